namespace EmulationPlatform.Units.Tests.Support;

/// <summary>Waits for what other threads do, as short as possible and never for ever.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static Task TrueAsync(Func<bool> condition, string what) => TrueAsync(() => Task.FromResult(condition()), what);

    public static async Task TrueAsync(Func<Task<bool>> condition, string what)
    {
        using var timeout = new CancellationTokenSource(Patience);
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while (!await condition())
        {
            Assert.True(!timeout.IsCancellationRequested, "Waited in vain: " + what);
            await look.WaitForNextTickAsync(CancellationToken.None);
        }
    }

    public static Task<T> InTimeAsync<T>(this Task<T> task) => task.WaitAsync(Patience);

    public static Task InTimeAsync(this Task task) => task.WaitAsync(Patience);
}
