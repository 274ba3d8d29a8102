using EmulationPlatform.Metering;

namespace EmulationPlatform.Units.Tests.Ledger;

/// <summary>What a person does after a reading has come in: enters an event, or takes back the one entered so many acts before.</summary>
/// <param name="Event">Its number does not count; the run gives it one.</param>
internal sealed record Said(SourceEvent? Event, int Undone)
{
    public override string ToString() => Event is { } entered
        ? $"{entered.Kind}@{(entered.At.UnixMilliseconds - Arrival.Begin.UnixMilliseconds) / 60_000m:0.###}min {entered.Until - entered.At:c} old={entered.OldFinal.ToDecimal()} new={entered.NewInitial.ToDecimal()} x={entered.Factor} v={entered.Value.ToDecimal()}"
        : $"undo {Undone}";
}
