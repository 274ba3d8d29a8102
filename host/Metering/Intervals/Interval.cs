using EmulationPlatform.Sdk;

namespace EmulationPlatform.Metering;

/// <summary>What a source counted between two readings. The start belongs to it, the end does not.</summary>
public readonly record struct Interval(Instant Start, Instant End, Amount Amount, IntervalMarks Marks)
{
    /// <summary>Marks that wait for a person or for later readings.</summary>
    public const IntervalMarks Open = IntervalMarks.Suspect | IntervalMarks.Impossible | IntervalMarks.Unknown | IntervalMarks.LongGap;

    /// <summary>Marks that anybody who looks at the source should see.</summary>
    public const IntervalMarks Notable = ~IntervalMarks.Estimated;

    private const IntervalMarks NotCovered = Open | IntervalMarks.Dismissed | IntervalMarks.Outage;

    /// <summary>False while nobody can say what was used.</summary>
    public bool IsCovered => (Marks & NotCovered) == IntervalMarks.Measured;

    public bool IsOpen => (Marks & Open) != IntervalMarks.Measured;

    public bool IsNotable => (Marks & Notable) != IntervalMarks.Measured;
}
