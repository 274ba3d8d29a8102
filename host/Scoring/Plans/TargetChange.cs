using EmulationPlatform.Scoring.Rules;

namespace EmulationPlatform.Scoring.Plans;

/// <summary>What an option of an open point changes of a target; what is null stays as the target says.</summary>
/// <param name="Value">Demanded value of every <c>atLeast</c> in the target's rule.</param>
/// <param name="Weight">Points of the units' sheet.</param>
/// <param name="OrganisationWeight">Points of the agency's sheet; given with <paramref name="Weight"/>.</param>
/// <param name="FullWhenNotApplicable">Full points where the target does not apply.</param>
public sealed record TargetChange(
    Rule? Rule, Course? Value, decimal? Weight, decimal? OrganisationWeight, Commitment? Commitment, bool? FullWhenNotApplicable)
{
    internal Target Apply(Target target) => target with
    {
        Rule = Valued(Rule ?? target.Rule),
        Weight = Weight ?? target.Weight,
        OrganisationWeight = OrganisationWeight ?? target.OrganisationWeight,
        Commitment = Commitment ?? target.Commitment,
        FullWhenNotApplicable = FullWhenNotApplicable ?? target.FullWhenNotApplicable,
    };

    private Rule? Valued(Rule? rule) => Value is { } value && rule is not null ? Valued(rule, value) : rule;

    private static Rule Valued(Rule rule, Course value) => rule switch
    {
        Rule.Scaled { Kind: RuleKind.AtLeast, Scale: Scale.Linear line } scaled => scaled with { Scale = line with { FullAt = value } },
        Rule.Combined combined => combined with { Parts = [.. combined.Parts.Select(part => part with { Rule = Valued(part.Rule, value) })] },
        _ => rule,
    };
}
