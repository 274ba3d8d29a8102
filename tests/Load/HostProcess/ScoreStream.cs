using System.Net.ServerSentEvents;
using System.Text.Json;

namespace EmulationPlatform.Load.HostProcess;

/// <summary>Follows one unit on the live stream.</summary>
internal sealed class ScoreStream(HostApi api, string unit, TimeProvider clock)
{
    private const string ScorecardEvent = "scorecard";

    private static readonly TimeSpan ReconnectPause = TimeSpan.FromMilliseconds(200);

    private readonly Lock gate = new();
    private string? values;
    private readonly TaskCompletionSource first = NewSignal();
    private TaskCompletionSource changed = NewSignal();

    /// <summary>Done when the unit was seen for the first time: only then can a change be told.</summary>
    public Task FirstSeen => first.Task;

    /// <summary>Reads until cancelled; opens again when the host has gone.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                using var answer = await api.OpenStreamAsync(cancellationToken);
                await using var body = await answer.Content.ReadAsStreamAsync(cancellationToken);
                await foreach (var item in SseParser.Create(body).EnumerateAsync(cancellationToken))
                {
                    Take(item);
                }
            }
            catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
            {
                // The host was killed, or the run is over.
            }

            if (!cancellationToken.IsCancellationRequested)
            {
                await Task.Delay(ReconnectPause, clock, CancellationToken.None);
            }
        }
    }

    /// <summary>Done when a value of the unit's targets is another than now. Ask before causing the change.</summary>
    public Task NextChange()
    {
        lock (gate)
        {
            return changed.Task;
        }
    }

    private void Take(SseItem<string> item)
    {
        if (item.EventType != ScorecardEvent || !item.Data.Contains(unit, StringComparison.Ordinal))
        {
            return;
        }

        using var card = JsonDocument.Parse(item.Data);
        if (card.RootElement.TryGetProperty("unit", out var id) && id.GetString() == unit)
        {
            Compare(string.Join('|', card.RootElement.GetProperty("targets").EnumerateArray().Select(static target => target.GetProperty("value").ToString())));
        }
    }

    private void Compare(string next)
    {
        lock (gate)
        {
            if (values is not null && values != next)
            {
                var done = changed;
                changed = NewSignal();
                done.SetResult();
            }

            values = next;
            first.TrySetResult();
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
