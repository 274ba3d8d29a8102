using static EmulationPlatform.Scoring.Plans.SectionNumbers;

namespace EmulationPlatform.Scoring.Plans;

/// <summary>Whether the bands cover every score once.</summary>
internal static class BandChecks
{
    private const decimal FullScore = 100m;

    public static void Check(IReadOnlyList<(PlanSection Section, Band Band)> bands)
    {
        for (var i = 0; i < bands.Count; i++)
        {
            var (section, band) = bands[i];
            if (i > 0)
            {
                Falls(section, band.From, bands[i - 1].Band.From);
            }

            if (band.To is { } to)
            {
                Meets(section, to, i > 0 ? bands[i - 1].Band.From : null);
            }
        }

        if (bands.Count > 0 && bands[^1] is { Band.From: > 0 } lowest)
        {
            lowest.Section.Warning(
                "from", Invariant($"Scores below {lowest.Band.From} belong to no band; let the last band begin 'from: 0' or mean it so."));
        }
    }

    /// <param name="above">Threshold of the band before.</param>
    private static void Falls(PlanSection entry, decimal from, decimal above)
    {
        if (from >= above)
        {
            entry.Error(
                "from",
                Invariant($"'from' is {from}, but the band before begins at {above}; list bands from the best to the lowest, each below the one before."));
        }
    }

    /// <param name="above">Threshold of the band before; null for the best band.</param>
    private static void Meets(PlanSection entry, decimal to, decimal? above)
    {
        if (above is null && to <= FullScore)
        {
            entry.Warning("to", Invariant($"Scores of {to} and more belong to no band; leave 'to' of the best band out."));
        }
        else if (to < above)
        {
            entry.Warning("to", Invariant($"Scores from {to} to {above} belong to no band; write 'to: {above}' or leave it out."));
        }
        else if (to > above)
        {
            entry.Warning(
                "to",
                Invariant($"Scores from {above} to {to} belong to two bands, and the better one is given; write 'to: {above}' or leave it out."));
        }
    }
}
