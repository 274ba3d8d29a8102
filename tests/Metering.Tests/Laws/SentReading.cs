using EmulationPlatform.Sdk;

namespace EmulationPlatform.Metering.Tests.Laws;

/// <summary>A reading of a generated series.</summary>
/// <param name="Milliseconds">Since <see cref="Fold.Start"/>.</param>
/// <param name="Wave">Readings arrive wave by wave; within one in order of time.</param>
internal readonly record struct SentReading(long Milliseconds, decimal Value, int Wave)
{
    public MeterReading Reading => new(new Instant(Fold.Start.UnixMilliseconds + Milliseconds), RegisterValue.From(Value));
}
