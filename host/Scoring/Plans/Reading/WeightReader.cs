using static EmulationPlatform.Scoring.Plans.SectionNumbers;

namespace EmulationPlatform.Scoring.Plans;

/// <summary>Weights of targets, and whether they make a whole sheet.</summary>
internal static class WeightReader
{
    private const decimal WholeSheet = 100m;

    // Also stands in for a weight that cannot be read, so that no points of a rule seem too many for it.
    private const decimal Most = 1_000m;

    public static TargetWeight Read(PlanSection target, Commitment commitment)
    {
        if (commitment != Commitment.Gate)
        {
            return target.HasSection("weight") ? OfSheets(target) : Single(target);
        }

        if (target.Has("weight"))
        {
            target.Error("weight", "A gate has no points; remove 'weight', or write another 'commitment'.");
        }

        return default;
    }

    /// <param name="key">Where the warning stands.</param>
    public static void CheckSums(PlanSection plan, IReadOnlyList<Target> targets, string key = "targets", string which = "The")
    {
        var scored = targets.Where(target => target.IsScored).ToList();
        CheckSum(plan, key, $"{which} weights of the units' sheet", [.. scored.Where(target => target.IsOnUnitSheet).Select(target => target.Weight)]);
        CheckSum(plan, key, $"{which} weights of the agency's sheet", [.. scored.Where(target => target.IsOnOrganisationSheet).Select(target => target.OrganisationWeight)]);
    }

    private static void CheckSum(PlanSection plan, string key, string sheet, IReadOnlyList<decimal> weights)
    {
        if (weights.Count > 0 && weights.Sum() != WholeSheet)
        {
            plan.Warning(
                key, Invariant($"{sheet} sum to {weights.Sum()}, not 100; a period can be frozen only when they sum to 100."));
        }
    }

    private static TargetWeight Single(PlanSection target)
    {
        var weight = Points(target, "weight", NumberRange.Over(0, Most)) ?? Most;
        return new(weight, weight);
    }

    private static TargetWeight OfSheets(PlanSection target)
    {
        var section = target.Section("weight", "{ unit: 10, organisation: 15 }")!;
        var unit = Points(section, "unit", NumberRange.Between(0, Most));
        var organisation = Points(section, "organisation", NumberRange.Between(0, Most));
        section.Close();
        if (unit is 0 && organisation is 0)
        {
            target.Error("weight", "Both weights are 0; write a number over 0 for at least one sheet, or 'commitment: gate' without a weight.");
            unit = Most;
        }

        return new(unit ?? Most, organisation ?? Most);
    }

    private static decimal? Points(PlanSection section, string key, NumberRange range)
    {
        var points = section.Number(key, range, "4");
        if (points > WholeSheet)
        {
            section.Warning(key, Invariant($"'{key}' is {points}, more than the 100 points of a whole sheet; write at most 100."));
        }

        return points;
    }
}
