using EmulationPlatform.Sdk;

namespace EmulationPlatform.Units.Facilities;

/// <summary>One entry of the worklist.</summary>
/// <param name="Source">Id of the source.</param>
/// <param name="Title">As <see cref="MeterView.Title"/>.</param>
/// <param name="Start">The reading before; for a conflict the moment itself.</param>
/// <param name="End">The reading that does not fit; for a conflict the moment itself.</param>
/// <param name="Before">What the register showed at <paramref name="Start"/>; for a conflict the value that counts.</param>
/// <param name="After">What it showed at <paramref name="End"/>; for a conflict the other value.</param>
/// <param name="Amount">What is booked for the time, in <paramref name="Measure"/>.</param>
public sealed record FindingView(
    FindingKind Kind, string Source, string Title, string? Unit, Instant Start, Instant End, decimal? Before, decimal? After, Amount Amount, string Measure)
{
    /// <summary>Measure of <see cref="Before"/> and <see cref="After"/>: the register's own.</summary>
    public string RegisterMeasure { get; init; } = Measure;

    /// <summary>False for what is counted and only worth knowing (a gap whose amount is measured).</summary>
    public bool NeedsDecision => Kind is not FindingKind.Gap;
}
