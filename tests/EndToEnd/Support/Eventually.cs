namespace EmulationPlatform.EndToEnd.Support;

/// <summary>Waits for a condition with a time-out.</summary>
internal static class Eventually
{
    public static TimeSpan Limit { get; } = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(50);

    public static Task TrueAsync(Func<bool> condition, string what) => TrueAsync(() => Task.FromResult(condition()), what);

    public static async Task TrueAsync(Func<Task<bool>> condition, string what) =>
        await GetAsync(async () => await condition() ? what : null, what);

    /// <summary>The first answer that is not null.</summary>
    public static async Task<T> GetAsync<T>(Func<Task<T?>> ask, string what)
        where T : class
    {
        using var limit = new CancellationTokenSource(Limit);
        using var timer = new PeriodicTimer(Step);
        while (true)
        {
            if (await ask() is { } answer)
            {
                return answer;
            }

            try
            {
                await timer.WaitForNextTickAsync(limit.Token);
            }
            catch (OperationCanceledException e)
            {
                throw new TimeoutException($"Did not happen within {Limit.TotalSeconds} s: {what}", e);
            }
        }
    }
}
