namespace EmulationPlatform.Units.Ledger;

/// <summary>For how long sources were in use in a stretch of time, in milliseconds.</summary>
/// <param name="Used">Every source by itself.</param>
/// <param name="WithAny">Time in which at least one of them was in use.</param>
internal readonly record struct TimeInUse(long Used, long WithAny)
{
    /// <param name="uses">Start and end of each use.</param>
    public static TimeInUse Of(IEnumerable<(long Start, long End)> uses)
    {
        var (used, withAny, reached) = (0L, 0L, long.MinValue);
        foreach (var (start, end) in uses.Where(use => use.Start < use.End).OrderBy(use => use.Start))
        {
            used += end - start;
            withAny += Math.Max(0, end - Math.Max(start, reached));
            reached = Math.Max(reached, end);
        }

        return new(used, withAny);
    }

    /// <summary>Part of the time in use that has data, 0 to 1; sources are weighted alike.</summary>
    public decimal Known(long coveredMilliseconds) => Used == 0 ? 0m : Math.Clamp((decimal)coveredMilliseconds / Used, 0m, 1m);
}
