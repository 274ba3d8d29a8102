using EmulationPlatform.Metering;

namespace EmulationPlatform.Storage.ReadingLog;

/// <summary>The unit a source counts for, wholly or by a share. From belongs to it, to does not; null is open.</summary>
public sealed record Assignment(int Source, string Unit, Hour? From, Hour? To)
{
    public ShareKey Key { get; init; } = ShareKey.Whole;

    /// <summary>For <see cref="ShareKey.Fixed"/>: 0 or above, relative to the other units of the stretch.</summary>
    public decimal Weight { get; init; } = 1m;

    /// <summary>Why it is shared this way; null when it is not shared.</summary>
    public string? Reason { get; init; }

    public bool Contains(Hour hour) => (From is not { } from || hour >= from) && (To is not { } to || hour < to);
}
