using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.ReadingLog;
using EmulationPlatform.Units.Ledger;

namespace EmulationPlatform.Units.Grains;

/// <summary>A command with an answer.</summary>
internal sealed class GrainQuestion<T>(Func<UnitLedger, CommitRequest, T> ask) : GrainCommand
{
    private readonly TaskCompletionSource<T> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? result;

    public Task<T> Answer => answer.Task;

    public override void Run(UnitLedger ledger, CommitRequest request) => result = ask(ledger, request);

    public override void Complete(bool committed)
    {
        if (committed)
        {
            answer.TrySetResult(result!);
        }
        else
        {
            answer.TrySetException(new SinkClosedException("The host cannot store at the moment; try again later."));
        }
    }
}
