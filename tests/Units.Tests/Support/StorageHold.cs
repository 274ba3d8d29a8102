using EmulationPlatform.Storage;

namespace EmulationPlatform.Units.Tests.Support;

/// <summary>Keeps the writer of a database busy until disposed.</summary>
internal sealed class StorageHold : IDisposable
{
    private readonly ManualResetEventSlim gate = new();
    private Task held = Task.CompletedTask;

    public async Task BeginAsync(Database database)
    {
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        held = database.WriteAsync(_ =>
        {
            begun.SetResult();
            return gate.Wait(TimeSpan.FromSeconds(20));
        });
        await begun.Task.InTimeAsync();
    }

    public void Dispose()
    {
        gate.Set();
        held.Wait(TimeSpan.FromSeconds(20));
        gate.Dispose();
    }
}
