using EmulationPlatform.Metering;

namespace EmulationPlatform.Storage.ReadingLog;

/// <summary>The unit a source counts for. From belongs to it, to does not; null is open.</summary>
public sealed record Assignment(int Source, string Unit, Hour? From, Hour? To)
{
    public bool Contains(Hour hour) => (From is not { } from || hour >= from) && (To is not { } to || hour < to);
}
