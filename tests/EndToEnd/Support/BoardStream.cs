using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;

namespace EmulationPlatform.EndToEnd.Support;

/// <summary>Listens to the live stream and keeps what it heard.</summary>
internal sealed class BoardStream : IAsyncDisposable
{
    private readonly ConcurrentQueue<StreamEvent> events = new();
    private readonly CancellationTokenSource end = new();
    private readonly Task listening;
    private readonly HttpResponseMessage answer;

    private BoardStream(HttpResponseMessage answer)
    {
        this.answer = answer;
        listening = ListenAsync();
    }

    public IReadOnlyList<StreamEvent> Events => [.. events];

    /// <summary>Connects and waits until the whole board was told.</summary>
    public static async Task<BoardStream> OpenAsync(Api api)
    {
        var opened = await api.Client.GetAsync(new Uri("/api/v1/scoreboard/stream", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal("text/event-stream", opened.EnsureSuccessStatusCode().Content.Headers.ContentType!.MediaType);
        var stream = new BoardStream(opened);
        var board = await stream.NextAsync("board", _ => true);
        var units = board.Data["units"]!.AsArray().Count;
        await Eventually.TrueAsync(() => stream.Events.Count(one => one.Name == "scorecard") >= units, "every unit was told");
        return stream;
    }

    public Task<StreamEvent> NextAsync(string name, Func<JsonNode, bool> fits) => Eventually.GetAsync(
        () => Task.FromResult(events.FirstOrDefault(one => one.Name == name && fits(one.Data))), $"an event {name} that fits");

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        answer.Dispose();
        await listening.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        end.Dispose();
    }

    private async Task ListenAsync()
    {
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(end.Token));
        var fields = new Dictionary<string, string>();
        while (await reader.ReadLineAsync(end.Token) is { } line)
        {
            if (line.Length > 0)
            {
                var colon = line.IndexOf(':', StringComparison.Ordinal);
                fields[line[..colon]] = line[(colon + 1)..].TrimStart();
                continue;
            }

            if (fields.TryGetValue("event", out var name))
            {
                long? id = fields.TryGetValue("id", out var text) ? long.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) : null;
                events.Enqueue(new StreamEvent(name, id, JsonNode.Parse(fields["data"])!));
            }

            fields.Clear();
        }
    }
}
