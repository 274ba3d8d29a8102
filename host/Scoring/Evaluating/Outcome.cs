using EmulationPlatform.Scoring.Rules;
using EmulationPlatform.Sdk;

namespace EmulationPlatform.Scoring.Evaluating;

/// <summary>What a rule makes of what is known, with everything that an explanation needs.</summary>
/// <param name="Attainment">0 to 1; null when nothing can be said.</param>
/// <param name="Raw">Before it is held within 0 to 1.</param>
/// <param name="Coverage">0 to 1, of the part that is due; 0 when not known.</param>
/// <param name="DueShare">0 to 1: how much of the rule's time has come.</param>
/// <param name="Floor">Attainment if the worst hides in what is missing.</param>
/// <param name="Ceiling">Attainment if the best hides in what is missing.</param>
public sealed record Outcome(Rule Rule, DataState State, decimal? Attainment, decimal? Raw, decimal Coverage, decimal DueShare, decimal Floor, decimal Ceiling)
{
    /// <summary>Result behind the figure; null for a combination.</summary>
    public IndicatorResult? Result { get; init; }

    /// <summary>Value that gives full attainment over the covered time.</summary>
    public decimal? Required { get; init; }

    /// <summary>What is put on the scale, in the measure; null when nothing is known.</summary>
    public decimal? Value { get; init; }

    /// <summary>What 1 on the scale is worth: the base for a share of it, 1 for a plain value.</summary>
    public decimal Unit { get; init; } = 1m;

    /// <summary>Credit for what is reached before the end: it is given on the share that is reached, and the rest is not due.</summary>
    public bool IsEarly { get; init; }

    public LocalizedText? Reason { get; init; }

    /// <summary>Of a combination, in the order of the plan; parts that are not for this unit or year are left out.</summary>
    public IReadOnlyList<Part> Parts { get; init; } = [];

    /// <summary>The outcomes of single figures it is made of; itself when it is one.</summary>
    internal IEnumerable<Outcome> Leaves => Rule is Rule.Combined ? Parts.SelectMany(part => part.Outcome.Leaves) : [this];

    public static Outcome Unknown(Rule rule, DataState state) => new(rule, state, null, null, 0m, IsDueAt(state) ? 1m : 0m, 0m, 1m);

    internal static decimal DueShareOf(DataState state, Outcome? outcome) => outcome?.DueShare ?? (IsDueAt(state) ? 1m : 0m);

    internal static bool IsDueAt(DataState state) => state is not (DataState.NotDue or DataState.NotApplicable or DataState.NeedsDecision);

    public sealed record Part(RulePart Rule, Outcome Outcome);
}
