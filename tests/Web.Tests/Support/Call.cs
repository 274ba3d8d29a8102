using System.Net;
using System.Text;
using System.Text.Json;

namespace EmulationPlatform.Web.Tests.Support;

/// <summary>Calls of the API as a program makes them.</summary>
internal static class Call
{
    public static async Task<(HttpStatusCode Status, JsonElement Json)> SendAsync(this HttpClient client, string method, string path, string? body = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(path, UriKind.Relative))
        {
            Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json"),
        };
        using var answer = await client.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return (answer.StatusCode, text.Length == 0 ? default : JsonElement.Parse(text));
    }

    /// <summary>As <see cref="SendAsync"/>, and it must have been done.</summary>
    public static async Task<JsonElement> DoneAsync(this HttpClient client, string method, string path, string? body = null)
    {
        var (status, json) = await client.SendAsync(method, path, body);
        Assert.True((int)status is >= 200 and < 300, $"{method} {path}: {(int)status} {json}");
        return json;
    }

    /// <summary>Names of the fields that a refusal is about.</summary>
    public static IReadOnlyList<string> Fields(JsonElement problem) => [.. problem.GetProperty("errors").EnumerateObject().Select(error => error.Name)];

    public static IReadOnlyList<string> Texts(this JsonElement list, string name) => [.. list.EnumerateArray().Select(item => item.GetProperty(name).ToString())];
}
