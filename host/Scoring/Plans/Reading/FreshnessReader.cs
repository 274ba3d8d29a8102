namespace EmulationPlatform.Scoring.Plans;

/// <summary>Age at which the newest reading of a target is stale.</summary>
internal static class FreshnessReader
{
    // Three years: a yearly figure may wait for two, and nothing is fresh for longer.
    private const decimal MostHours = 26_304m;

    // A daily reading comes every 24 hours; two more cover a late gateway.
    private static readonly TimeSpan OfDay = TimeSpan.FromHours(26);

    /// <summary>People declare with their reports: what was said in one quarter stands until the next one is over.</summary>
    public static TimeSpan LeastDeclared { get; } = TimeSpan.FromDays(184);

    /// <returns>Of what instruments and systems read, and of what people declare.</returns>
    public static (TimeSpan Measured, TimeSpan Declared) Read(PlanSection target, Cadence cadence)
    {
        var hours = target.Has("freshForHours") ? target.Number("freshForHours", NumberRange.Over(0, MostHours), "26") : null;
        var measured = hours is { } number ? TimeSpan.FromHours((double)number) : Usual(cadence);
        return (measured, hours is null && measured < LeastDeclared ? LeastDeclared : measured);
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
