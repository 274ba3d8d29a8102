using EmulationPlatform.Sdk;

namespace EmulationPlatform.Scoring.Declaring;

/// <summary>Marks of several raters as one value (scoring: RUBRIC): the median, unless they are too far apart.</summary>
internal static class RatingReader
{
    private const int FewestRaters = 2;
    private const decimal WidestSpread = 2m;

    public static IndicatorResult Read(IReadOnlyList<Declaration> entries, DeclarationClock clock)
    {
        var raters = Raters(entries, clock).ConvertAll(rater => (History: rater, Counts: rater.Counting)).FindAll(rater => rater.Counts?.Value is not null);
        var marks = raters.ConvertAll(rater => rater.Counts!.Value!.Value);
        marks.Sort();
        var value = Of(marks, raters.TrueForAll(rater => rater.History.IsVerified), clock);
        return value with
        {
            UpdatedAt = raters.Count == 0 ? null : raters.Max(rater => rater.Counts!.At),
            Inputs = [.. raters.SelectMany(rater => rater.History.Inputs).Distinct(StringComparer.Ordinal)],
        };
    }

    /// <summary>The same without anything but what the raters said.</summary>
    public static IndicatorResult ReadSaid(IReadOnlyList<Declaration> entries, DeclarationClock clock) =>
        Read([.. entries.Where(entry => entry.Kind is DeclarationKind.Declared or DeclarationKind.Withdrawn)], clock);

    private static IndicatorResult Of(List<decimal> marks, bool isVerified, DeclarationClock clock)
    {
        if (marks.Count < FewestRaters)
        {
            return Missing(marks.Count == 0 ? DeclarationReasons.NotRated : DeclarationReasons.OneRater, clock);
        }

        if (marks[^1] - marks[0] >= WidestSpread)
        {
            return Missing(DeclarationReasons.DiscussFirst, clock);
        }

        var middle = marks.Count / 2;
        var median = marks.Count % 2 == 1 ? marks[middle] : (marks[middle - 1] + marks[middle]) / 2m;
        return IndicatorResult.Exact(median, isVerified ? DataState.Verified : DataState.SelfDeclared);
    }

    /// <summary>Silence of raters is never the unit's: after the due moment it costs coverage, not points.</summary>
    private static IndicatorResult Missing(LocalizedText reason, DeclarationClock clock) =>
        new(clock.Due is { } due && clock.AsOf > due ? DataState.NoData : DataState.NotDue, null, 0m) { Reason = reason };

    /// <summary>One history for each rater; an entry about all ratings is in every one.</summary>
    private static List<DeclarationHistory> Raters(IReadOnlyList<Declaration> entries, DeclarationClock clock)
    {
        var known = DeclarationHistory.InOrder(entries, clock).ToList();
        var marks = known.FindAll(entry => entry.Kind == DeclarationKind.Declared);
        var raters = marks.Select(RaterOf).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        var authors = marks.Select(entry => entry.Author).ToHashSet(StringComparer.Ordinal);

        // Who rates does not decide about the others' marks.
        var heard = known.Where(entry => entry.Kind != DeclarationKind.Verified || !authors.Contains(entry.Author)).ToList();
        return [.. raters.Select(rater => DeclarationHistory.Of(heard.Where(entry => IsAbout(entry, rater)), clock))];
    }

    private static string RaterOf(Declaration entry) => entry.Rater.Length > 0 ? entry.Rater : entry.Author;

    private static bool IsAbout(Declaration entry, string rater) => entry.Kind is DeclarationKind.Declared or DeclarationKind.Withdrawn
        ? RaterOf(entry) == rater
        : entry.Rater.Length == 0 || entry.Rater == rater;
}
