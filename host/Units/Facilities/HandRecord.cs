using EmulationPlatform.Sdk;

namespace EmulationPlatform.Units.Facilities;

/// <summary>What the audit log keeps of a reading by hand (<see cref="At"/>, <see cref="Value"/>) or of a bill (the other fields).</summary>
public sealed record HandRecord
{
    public Instant? At { get; init; }

    public decimal? Value { get; init; }

    public DateOnly? FromDay { get; init; }

    /// <summary>Day after the last one.</summary>
    public DateOnly? ToDay { get; init; }

    public decimal? Amount { get; init; }

    public string? Reference { get; init; }

    public string? Evidence { get; init; }

    /// <summary>Readings it was made of, in order; the last one is what it says.</summary>
    public IReadOnlyList<HandValue> Readings { get; init; } = [];

    /// <summary>Ends of later bills, which moved along so that each keeps what it says.</summary>
    public IReadOnlyList<HandValue> Moved { get; init; } = [];

    /// <summary>From here to the first day of the bill nothing is known; null when something is.</summary>
    public Instant? UnknownSince { get; init; }

    internal bool IsBill => FromDay is not null;
}
