using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace EmulationPlatform.EndToEnd.Support;

/// <summary>Calls the host's API as a program does.</summary>
internal sealed class Api : IDisposable
{
    private readonly HttpClient client;

    /// <param name="key">Null calls without a key.</param>
    public Api(HostSetup setup, string? key = null)
    {
        client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = setup.Web, Timeout = Eventually.Limit };
        client.DefaultRequestHeaders.Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key);
    }

    public HttpClient Client => client;

    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, JsonNode? body = null)
    {
        var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        return client.SendAsync(request);
    }

    public async Task<JsonNode> GetAsync(string path) => await OkAsync(await SendAsync(HttpMethod.Get, path));

    public async Task<JsonArray> ListAsync(string path) => (await GetAsync(path)).AsArray();

    public async Task<JsonNode> PutAsync(string path, JsonNode body) => await OkAsync(await SendAsync(HttpMethod.Put, path, body));

    public async Task<JsonNode> PostAsync(string path, JsonNode? body = null) => await OkAsync(await SendAsync(HttpMethod.Post, path, body));

    public async Task<HttpStatusCode> StatusAsync(HttpMethod method, string path, JsonNode? body = null)
    {
        using var answer = await SendAsync(method, path, body);
        return answer.StatusCode;
    }

    public Task<string> PageAsync(string path) => client.GetStringAsync(new Uri(path, UriKind.Relative));

    public static async Task<JsonNode> JsonOfAsync(HttpResponseMessage answer) => JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;

    public void Dispose() => client.Dispose();

    private static async Task<JsonNode> OkAsync(HttpResponseMessage answer)
    {
        using (answer)
        {
            var text = await answer.Content.ReadAsStringAsync();
            Assert.True(answer.IsSuccessStatusCode, $"{answer.RequestMessage!.Method} {answer.RequestMessage.RequestUri}: {(int)answer.StatusCode} {text}");
            return JsonNode.Parse(text)!;
        }
    }
}
