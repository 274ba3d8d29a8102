using EmulationPlatform.Scoring.Plans;

namespace EmulationPlatform.Scoring.Awards;

/// <summary>From a quota in the plan's words to places.</summary>
public static class Quotas
{
    /// <returns>One for each group of the plan when the quota is within groups, else one.</returns>
    public static IReadOnlyList<QuotaPlaces> Of(Plan plan, AwardQuota quota, IReadOnlyList<QuotaUnit> units) => quota.WithinGroup
        ? [.. plan.Groups.Select(group => new QuotaPlaces(group.Id, Places(quota, [.. units.Where(unit => unit.Group == group.Id)])))]
        : [new(null, Places(quota, units))];

    private static int? Places(AwardQuota quota, IReadOnlyList<QuotaUnit> units)
    {
        if (quota.IsExternal)
        {
            return null;
        }

        return quota.Percent is { } percent ? Whole(quota.Rounding, Base(quota, units) * percent / 100m) : quota.Most;
    }

    private static int? Base(AwardQuota quota, IReadOnlyList<QuotaUnit> units) => quota.Of switch
    {
        QuotaBase.Units => units.Count,
        QuotaBase.People => units.All(unit => unit.People is not null) ? units.Sum(unit => unit.People) : null,
        QuotaBase.Band => units.Count(unit => unit.Band is not null && unit.Band == quota.Band),
        _ => throw new ArgumentOutOfRangeException(nameof(quota), quota.Of, "Unknown base of a quota."),
    };

    private static int? Whole(QuotaRounding rounding, decimal? places) => places is not { } number ? null : (int)(rounding switch
    {
        QuotaRounding.Up => decimal.Ceiling(number),
        QuotaRounding.Nearest => decimal.Round(number, MidpointRounding.AwayFromZero),
        _ => decimal.Floor(number),
    });
}
