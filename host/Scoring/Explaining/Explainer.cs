using EmulationPlatform.Scoring.Evaluating;
using EmulationPlatform.Scoring.Plans;
using EmulationPlatform.Scoring.Rules;
using EmulationPlatform.Scoring.Scorecards;
using EmulationPlatform.Sdk;

namespace EmulationPlatform.Scoring.Explaining;

/// <summary>Makes explanations of cards. Everything is taken from the card itself, so that what is shown is what was counted.</summary>
/// <param name="nameOf">Name of an indicator or declared figure.</param>
/// <param name="measureOf">Its measure.</param>
public sealed class Explainer(Plan plan, Func<string, LocalizedText> nameOf, Func<string, string> measureOf)
{
    private const decimal SmallSample = 10m;
    private const string Percent = "%";

    private static readonly LocalizedText ShareOfUnits = new("mức đạt = số đơn vị đạt đủ / số đơn vị đã có số liệu", "attainment = units that meet it in full / units of which it is known");

    public Explanation Of(Scorecard card, TargetScore score) => Of(score, card.Inputs.Year) with
    {
        NextStep = NextSteps.Of(card).FirstOrDefault(step => step.Target.Id == score.Target.Id),
    };

    /// <summary>The agency's points: by the share of its units, by their figures together, or by its own figure.</summary>
    public Explanation Of(OrganisationCard agency, OrganisationTarget target, IReadOnlyList<Scorecard> cards, int year)
    {
        var why = Of(target.Score, year);
        return why with
        {
            Rule = why.Rule ?? (target.IsShareOfUnits ? Share(target) : null),
            NextStep = NextSteps.Of(agency.Targets.Select(known => known.Score), year).FirstOrDefault(step => step.Target.Id == target.Target.Id),
            Units = target.Target.Organisation == OrganisationView.Own ? [] : [.. cards.SelectMany(card => Unit(card, target.Target.Id))],
        };
    }

    public Explanation Of(TargetScore score, int year)
    {
        var due = score.Weight * score.DueShare;
        return new(
            score.Target,
            plan.Id,
            plan.Version,
            score.Weight,
            score.State,
            score.Attainment,
            score.Points,
            score.Attainment is { } reached ? due * (1m - reached) : null,
            score.Coverage,
            score.DueShare,
            due * score.FloorAttainment,
            due * score.CeilingAttainment,
            score.Reason,
            score.IsDisputed,
            score.Outcome is { } outcome ? Rule(score.Target.Name, outcome, 1m, score.Attainment, year) : null)
        {
            Calculation = PointsText.Of(score),
            DueReason = DueText.Of(score.Outcome),
        };
    }

    private static IEnumerable<ExplainedUnit> Unit(Scorecard card, string target) =>
        card.Targets.Where(score => score.Target.Id == target).Select(score => new ExplainedUnit(card.Unit, score, OrganisationCalculator.Counts(score)));

    private static ExplainedRule Share(OrganisationTarget target)
    {
        var score = target.Score;
        var numbers = score.Attainment is { } share ? NumberText.Of("{0}/{1} = {2}", "{0}/{1} = {2}", target.Met, target.Known, share) : null;
        return new(target.Target.Name, ShareOfUnits, numbers, score.State, score.Attainment, score.Attainment, score.Coverage, 1m, score.Attainment, score.Reason, Figure: null, []);
    }

    /// <param name="share">Attainment that this rule brings into the whole.</param>
    private ExplainedRule Rule(LocalizedText name, Outcome outcome, decimal weight, decimal? share, int year) => new(
        name,
        RuleText.Of(outcome.Rule, year),
        NumbersText.Of(outcome, year),
        outcome.State,
        outcome.Attainment,
        outcome.Raw,
        outcome.Coverage,
        weight,
        share,
        outcome.Reason,
        outcome.Rule is Rule.Scaled scaled ? Figure(scaled, outcome) : null,
        Parts(outcome, share, year))
    {
        Milestone = MilestoneText.Of(outcome, year, outcome.Rule is Rule.Scaled line && measureOf(line.Figure.Indicators[0]) == Percent),
    };

    private List<ExplainedRule> Parts(Outcome outcome, decimal? share, int year)
    {
        if (outcome.Rule is not Rule.Combined combined)
        {
            return [];
        }

        var known = outcome.Parts.Where(part => part.Outcome.Attainment is not null).ToList();
        var (whole, sum) = (known.Sum(part => Math.Max(0m, Weight(part))), known.Sum(Product));
        return [.. outcome.Parts.Select(part => Rule(part.Rule.Name, part.Outcome, whole > 0m ? Weight(part) / whole : 0m, ShareOf(combined.How, part, outcome, sum, share), year))];
    }

    private static decimal Weight(Outcome.Part part) => part.Rule.Weight * part.Outcome.DueShare;

    private static decimal Product(Outcome.Part part) => Weight(part) * (part.Outcome.Attainment ?? 0m);

    /// <summary>What a part brings: its own product for means and totals; all of it where one part alone decides.</summary>
    /// <param name="sum">Of the products of all known parts.</param>
    private static decimal? ShareOf(Combination how, Outcome.Part part, Outcome outcome, decimal sum, decimal? share)
    {
        if (part.Outcome.Attainment is null || share is null)
        {
            return null;
        }

        return how switch
        {
            Combination.Weighted or Combination.Total => sum == 0m ? 0m : share * (Product(part) / sum),
            _ => ReferenceEquals(Deciding(how, outcome), part) ? share : 0m,
        };
    }

    private static Outcome.Part? Deciding(Combination how, Outcome outcome)
    {
        var known = outcome.Parts.Where(part => part.Outcome.Attainment is not null);
        return how switch
        {
            Combination.Lowest => known.MinBy(part => part.Outcome.Attainment),
            Combination.Highest => known.MaxBy(part => part.Outcome.Attainment),
            _ => known.FirstOrDefault(),
        };
    }

    private ExplainedFigure Figure(Rule.Scaled rule, Outcome outcome)
    {
        var id = rule.Figure.Indicators[0];
        var result = outcome.Result;
        return new(
            id,
            nameOf(id),
            measureOf(id),
            result?.Value,
            outcome.Required,
            rule.Figure is Figure.ShareOfBase ? outcome.Unit : null,
            result?.BaselineYear,
            result?.FlatBaseline ?? false,
            result?.Numerator,
            result?.Denominator,
            result?.Denominator < SmallSample,
            result?.UpdatedAt,
            result?.Inputs ?? []);
    }
}
