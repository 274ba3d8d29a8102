using EmulationPlatform.Scoring.Evaluating;
using EmulationPlatform.Scoring.Plans;
using EmulationPlatform.Sdk;

namespace EmulationPlatform.Scoring.Scorecards;

/// <summary>What one target gave one unit, or the whole agency.</summary>
/// <param name="Weight">Points at full attainment on this sheet; 0 for a gate.</param>
/// <param name="Outcome">Null while the plan leaves the rule open, and where the target does not apply.</param>
/// <param name="Result">The leading figure, for what is shown beside the points.</param>
/// <param name="Measure">Of the leading figure, for example <c>kWh</c>.</param>
public sealed record TargetScore(Target Target, decimal Weight, DataState State, Outcome? Outcome, IndicatorResult Result, string Measure)
{
    /// <summary>0 to 1; null when nothing can be said.</summary>
    public decimal? Attainment { get; init; } = Outcome?.Attainment;

    /// <summary>Before it is held within 0 to 1; shows by how much a target is passed or missed.</summary>
    public decimal? RawAttainment => Outcome?.Raw;

    /// <summary>0 to 1: the part of the weight whose time has come.</summary>
    public decimal DueShare { get; init; } = Outcome.DueShareOf(State, Outcome);

    /// <summary>Weight times attainment, of the part that is due; null when nothing can be said.</summary>
    public decimal? Points => Weight * DueShare * Attainment;

    /// <summary>Value that gives full points over the covered time, in the figure's measure.</summary>
    public decimal? Required { get; init; }

    /// <summary>0 when not measured; the covered part of period or population otherwise, what is not due yet left out of it.</summary>
    public decimal Coverage { get; init; } = Outcome is { Attainment: not null } ? Outcome.Coverage * Outcome.DueShare : 0m;

    public decimal FloorAttainment { get; init; } = Outcome?.Floor ?? 0m;

    public decimal CeilingAttainment { get; init; } = Outcome?.Ceiling ?? 1m;

    /// <summary>Why there is no value, or what an exemption says.</summary>
    public LocalizedText? Reason { get; init; } = Outcome?.Reason ?? Result.Reason;

    /// <summary>Id of the figure behind <see cref="Result"/>; empty when there is none.</summary>
    public string LeadingIndicator { get; init; } = "";

    /// <summary>Moment from which the leading figure is old; null when it has none.</summary>
    public Instant? FreshUntil => Result.UpdatedAt is { } updated ? updated.Plus(FreshnessOf(Target, Result)) : null;

    /// <summary>An appeal about it is open.</summary>
    public bool IsDisputed { get; init; }

    /// <summary>Counts in the denominators: it applies to the unit and its time has come.</summary>
    public bool IsDue => DueShare > 0m;

    internal static TimeSpan FreshnessOf(Target target, IndicatorResult result) =>
        result.State is DataState.SelfDeclared or DataState.Verified ? target.DeclaredFreshness : target.Freshness;

    /// <summary>A prohibition that is known to be broken.</summary>
    public bool IsOpenGate => Target.Commitment == Commitment.Gate && Attainment < 1m;
}
