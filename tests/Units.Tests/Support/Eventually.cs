namespace EmulationPlatform.Units.Tests.Support;

/// <summary>Waits for what other threads do, as short as possible and never for ever.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static Task TrueAsync(Func<bool> condition, string what) => TrueAsync(() => Task.FromResult(condition()), what);

    public static Task TrueAsync(Func<Task<bool>> condition, string what) => TrueAsync(condition, () => what, Patience);

    /// <param name="what">Asked for only when it was waited for in vain.</param>
    public static async Task TrueAsync(Func<Task<bool>> condition, Func<string> what, TimeSpan patience)
    {
        using var timeout = new CancellationTokenSource(patience);
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while (!await condition())
        {
            Assert.True(!timeout.IsCancellationRequested, timeout.IsCancellationRequested ? "Waited in vain: " + what() : null);
            await look.WaitForNextTickAsync(CancellationToken.None);
        }
    }

    public static Task<T> InTimeAsync<T>(this Task<T> task) => task.WaitAsync(Patience);

    public static Task InTimeAsync(this Task task) => task.WaitAsync(Patience);
}
