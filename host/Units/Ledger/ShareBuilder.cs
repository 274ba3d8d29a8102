using EmulationPlatform.Metering;
using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.Records;
using EmulationPlatform.Storage.ReadingLog;
using EmulationPlatform.Storage.Tables;
using EmulationPlatform.Units.Registry;
using Microsoft.Data.Sqlite;

namespace EmulationPlatform.Units.Ledger;

/// <summary>What units have of sources in the year of a moment and the one before it, in which its reporting year may have begun; from stored hours alone.</summary>
internal sealed class ShareBuilder(AgencyCalendar calendar, MeterTree tree, IReadOnlyDictionary<string, UnitRecord> units)
{
    /// <summary>Everything that counts for a unit, or is taken off.</summary>
    /// <param name="pastOnly">Only whole hours before <paramref name="until"/>, for boards of the past.</param>
    public IEnumerable<SourceShare> All(SqliteConnection connection, IEnumerable<SourceEntry> sources, string unit, Instant until, bool pastOnly) =>
        sources.Where(entry => Has(entry, unit) && tree.Counts(entry))
            .SelectMany(entry => tree.TakenOff(entry)
                .Select(part => TakenOff(connection, part, entry, unit, until, pastOnly))
                .Prepend(Own(connection, entry, unit, until, pastOnly)));

    /// <summary>What the ledger of a unit cannot book by itself: shared, virtual and given-up sources, and what is taken off.</summary>
    public IEnumerable<SourceShare> Derived(SqliteConnection connection, IEnumerable<SourceEntry> sources, string unit, Instant until) =>
        sources.Where(entry => Has(entry, unit) && tree.Counts(entry))
            .SelectMany(entry =>
            {
                var taken = tree.TakenOff(entry).Select(part => TakenOff(connection, part, entry, unit, until, pastOnly: false));
                return entry.IsLive && AgencyRuntime.CurrentUnit(entry.Assignments) == unit
                    ? taken
                    : taken.Prepend(Own(connection, entry, unit, until, pastOnly: false));
            });

    /// <summary>A unit's stretches of a source.</summary>
    public SourceShare Own(SqliteConnection connection, SourceEntry entry, string? unit, Instant until, bool pastOnly)
    {
        var own = entry.Assignments.Where(assignment => assignment.Unit == unit).ToList();
        var share = new SourceShare(entry.Row, own, [.. entry.Assignments.Where(assignment => assignment.Unit != unit)], FirstMonth(until))
        {
            FirstAt = FirstAt(connection, entry),
            NewestAt = NewestAt(connection, entry, until),
        };
        foreach (var (month, start, end) in Months(until, pastOnly))
        {
            var sum = default(HourSum);
            foreach (var stretch in own)
            {
                sum += Part(Sum(connection, entry, Later(start, stretch.From), Earlier(end, stretch.To)), entry, stretch, month);
            }

            share.Set(month, sum);
        }

        return share;
    }

    private SourceShare TakenOff(SqliteConnection connection, TakenPart part, SourceEntry parent, string unit, Instant until, bool pastOnly)
    {
        var own = parent.Assignments.Where(assignment => assignment.Unit == unit).ToList();
        var share = new SourceShare(part.Source.Row, own, [], FirstMonth(until))
        {
            IsSubtracted = true,
            FirstAt = ReadingTable.First(connection, part.Source.No)?.At,
            NewestAt = ReadingTable.AtOrBefore(connection, part.Source.No, until)?.At,
        };
        foreach (var (month, start, end) in Months(until, pastOnly))
        {
            var sum = Amount.Zero;
            foreach (var stretch in own)
            {
                var (first, last) = (Later(Later(start, stretch.From), part.From), Earlier(Earlier(end, stretch.To), part.To));
                sum += Part(Sum(connection, part.Source, first, last), parent, stretch, month).Amount;
            }

            share.Set(month, new HourSum(-(part.Share == 1m ? sum : VirtualSum.Of([(part.Share, sum)])), 0, 0, 0));
        }

        return share;
    }

    /// <summary>The part of a stretch's sum that is the assignment's unit's, by the numbers of the month's first day.</summary>
    public HourSum Part(HourSum sum, SourceEntry entry, Assignment stretch, YearMonth month)
    {
        if (stretch.Key == ShareKey.Whole)
        {
            return sum;
        }

        var sharers = entry.Assignments.Where(other => other.Key == stretch.Key && other.From == stretch.From && other.To == stretch.To)
            .OrderBy(other => other.Unit, StringComparer.Ordinal).ToList();
        var weights = sharers.ConvertAll(sharer => Weight(sharer, month));
        return weights.Sum() <= 0m ? default : sum with { Amount = Allocation.Of(sum.Amount, weights)[sharers.IndexOf(stretch)] };
    }

    private decimal Weight(Assignment sharer, YearMonth month)
    {
        if (sharer.Key == ShareKey.Fixed)
        {
            return sharer.Weight;
        }

        var unit = units.GetValueOrDefault(sharer.Unit);
        var numbers = (sharer.Key == ShareKey.Headcount ? unit?.Headcount : unit?.AreaSquareMetres) ?? [];
        var firstDay = new DateOnly(month.Year, month.Month, 1);
        return Math.Max(0m, DatedNumbers.At(numbers, firstDay) ?? 0m);
    }

    private static HourSum Sum(SqliteConnection connection, SourceEntry entry, Hour from, Hour to)
    {
        if (from >= to)
        {
            return default;
        }

        if (!entry.IsVirtual)
        {
            return HourTable.Sum(connection, entry.No, from, to);
        }

        var parts = entry.Terms.Select(term => (term.Coefficient, Sum: HourTable.Sum(connection, term.Term, from, to))).ToList();
        return new HourSum(
            VirtualSum.Of(parts.Select(part => (part.Coefficient, part.Sum.Amount))),
            parts.Min(part => part.Sum.CoveredMilliseconds), parts.Max(part => part.Sum.EstimatedMilliseconds), parts.Max(part => part.Sum.SuspectMilliseconds));
    }

    private IEnumerable<(YearMonth Month, Hour Start, Hour End)> Months(Instant until, bool pastOnly)
    {
        for (var month = FirstMonth(until); calendar.StartOf(month) <= until; month = month.Next())
        {
            var end = calendar.StartOf(month.Next());
            yield return (month, Hour.Of(calendar.StartOf(month)), Hour.Of(pastOnly && until < end ? until : end));
        }
    }

    private YearMonth FirstMonth(Instant until) => new(calendar.MonthOf(until).Year - 1, 1);

    private static bool Has(SourceEntry entry, string unit) => entry.Assignments.Any(assignment => assignment.Unit == unit);

    private static Instant? FirstAt(SqliteConnection connection, SourceEntry entry) => entry.IsVirtual
        ? entry.Terms.Max(term => ReadingTable.First(connection, term.Term)?.At)
        : ReadingTable.First(connection, entry.No)?.At;

    private static Instant? NewestAt(SqliteConnection connection, SourceEntry entry, Instant until) => entry.IsVirtual
        ? entry.Terms.Min(term => ReadingTable.AtOrBefore(connection, term.Term, until)?.At)
        : ReadingTable.AtOrBefore(connection, entry.No, until)?.At;

    private static Hour Later(Hour hour, Hour? other) => other is { } set && set > hour ? set : hour;

    private static Hour Earlier(Hour hour, Hour? other) => other is { } set && set < hour ? set : hour;
}
