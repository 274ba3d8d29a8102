using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace EmulationPlatform.Load.HostProcess;

/// <summary>The calls of the host's API that prepare a run.</summary>
internal sealed class HostApi : IDisposable
{
    private const string Group = "nhom-a";
    private const decimal BaselineKilowattHours = 100_000m;

    private readonly HttpClient web;

    public HostApi(Uri address, string key)
    {
        web = new HttpClient { BaseAddress = address };
        web.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
    }

    public async Task AddUnitAsync(string unit, int baselineYear, CancellationToken cancellationToken)
    {
        await PutAsync($"/api/v1/units/{unit}", new { name = $"Load {unit}", group = Group }, cancellationToken);
        await PutAsync(
            $"/api/v1/units/{unit}/baselines/electricity",
            new { year = baselineYear, total = BaselineKilowattHours, reference = "load" },
            cancellationToken);
    }

    /// <summary>Gives the source of this topic to a unit.</summary>
    public async Task AssignAsync(string topic, string unit, CancellationToken cancellationToken)
    {
        var source = await SourceOfAsync(topic, cancellationToken);
        await PutAsync($"/api/v1/sources/{Uri.EscapeDataString(source)}", new { unit }, cancellationToken);
    }

    /// <summary>Ids of all sources by topic.</summary>
    public async Task<IReadOnlyDictionary<string, string>> SourcesAsync(CancellationToken cancellationToken)
    {
        using var answer = await web.GetAsync(new Uri("/api/v1/sources", UriKind.Relative), cancellationToken);
        await CheckAsync(answer, cancellationToken);
        return Rows(await answer.Content.ReadFromJsonAsync<JsonElement>(cancellationToken))
            .ToDictionary(static source => source.GetProperty("topic").GetString()!, static source => source.GetProperty("id").GetString()!);
    }

    /// <summary>Opens the live stream; the caller disposes the answer.</summary>
    public async Task<HttpResponseMessage> OpenStreamAsync(CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/scoreboard/stream");
        var answer = await web.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        await CheckAsync(answer, cancellationToken);
        return answer;
    }

    public void Dispose() => web.Dispose();

    private async Task<string> SourceOfAsync(string topic, CancellationToken cancellationToken)
    {
        using var answer = await web.GetAsync(new Uri($"/api/v1/sources?topic={Uri.EscapeDataString(topic)}", UriKind.Relative), cancellationToken);
        await CheckAsync(answer, cancellationToken);
        var sources = await answer.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
        var ids = Rows(sources)
            .Where(source => source.GetProperty("topic").GetString() == topic && source.GetProperty("metric").GetString() == "electricity")
            .Select(static source => source.GetProperty("id").GetString()!)
            .ToList();
        return ids is [var id]
            ? id
            : throw new LoadFailedException($"The host has {ids.Count.ToString(CultureInfo.InvariantCulture)} electricity sources for {topic} after an acknowledged message; expected one.");
    }

    // The list itself, or the first list in an object around it.
    private static JsonElement.ArrayEnumerator Rows(JsonElement answer) => answer.ValueKind == JsonValueKind.Array
        ? answer.EnumerateArray()
        : answer.EnumerateObject().First(static part => part.Value.ValueKind == JsonValueKind.Array).Value.EnumerateArray();

    private async Task PutAsync<T>(string path, T body, CancellationToken cancellationToken)
    {
        using var answer = await web.PutAsJsonAsync(new Uri(path, UriKind.Relative), body, cancellationToken);
        await CheckAsync(answer, cancellationToken);
    }

    private static async Task CheckAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        if (!answer.IsSuccessStatusCode)
        {
            var text = await answer.Content.ReadAsStringAsync(cancellationToken);
            throw new LoadFailedException($"{answer.RequestMessage?.Method} {answer.RequestMessage?.RequestUri} gave {(int)answer.StatusCode}: {text}");
        }
    }
}
