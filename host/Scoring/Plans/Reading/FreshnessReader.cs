namespace EmulationPlatform.Scoring.Plans;

/// <summary>Age at which the newest reading of a target is stale.</summary>
internal static class FreshnessReader
{
    // Three years: a yearly figure may wait for two, and nothing is fresh for longer.
    private const decimal MostHours = 26_304m;

    // A daily reading comes every 24 hours; two more cover a late gateway.
    private static readonly TimeSpan OfDay = TimeSpan.FromHours(26);

    public static TimeSpan Read(PlanSection target, Cadence cadence)
    {
        var hours = target.Has("freshForHours") ? target.Number("freshForHours", NumberRange.Over(0, MostHours), "26") : null;
        return hours is { } number ? TimeSpan.FromHours((double)number) : Usual(cadence);
    }

    /// <summary>Twice the longest such stretch.</summary>
    private static TimeSpan Usual(Cadence cadence) => cadence switch
    {
        Cadence.Week => TimeSpan.FromDays(14),
        Cadence.Month => TimeSpan.FromDays(62),
        Cadence.Quarter => TimeSpan.FromDays(184),
        Cadence.Year => TimeSpan.FromDays(732),
        _ => OfDay,
    };
}
