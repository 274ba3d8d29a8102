using EmulationPlatform.Sdk;

namespace EmulationPlatform.Metering;

/// <summary>What a source counted between two readings. The start belongs to it, the end does not.</summary>
public readonly record struct Interval(Instant Start, Instant End, Amount Amount, IntervalMarks Marks)
{
    /// <summary>False while nobody can say what was used.</summary>
    public bool IsCovered => !Marks.HasFlag(IntervalMarks.Suspect);
}
