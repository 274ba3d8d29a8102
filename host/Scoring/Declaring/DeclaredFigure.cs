using EmulationPlatform.Scoring.Plans;
using EmulationPlatform.Sdk;

namespace EmulationPlatform.Scoring.Declaring;

/// <summary>From entries to the value of a figure that nothing measures (docs/plan-format.md "Figures"; scoring §2, §3.1, §8). Pure.</summary>
public static class DeclaredFigure
{
    /// <param name="entries">All of one unit, figure and period, in any order.</param>
    public static IndicatorResult Of(PlanFigure figure, IReadOnlyList<Declaration> entries, DeclarationClock clock)
    {
        if (figure.Form == FigureForm.Rating)
        {
            return RatingReader.Read(entries, clock);
        }

        var history = DeclarationHistory.Of(entries, clock);
        var result = history.Counting is { } entry ? FormReader.Read(figure, entry, history.State, clock) with { UpdatedAt = entry.At } : Missing(history.Returned, clock);
        return result with { Inputs = history.Inputs };
    }

    /// <summary>What the unit said and what the Office found, side by side.</summary>
    /// <param name="entries">All of one unit, figure and period, in any order.</param>
    public static DeclaredPair Both(PlanFigure figure, IReadOnlyList<Declaration> entries, DeclarationClock clock)
    {
        if (figure.Form == FigureForm.Rating)
        {
            var counting = RatingReader.Read(entries, clock);
            var isVerified = counting.State == DataState.Verified;
            return new(RatingReader.ReadSaid(entries, clock).Value, isVerified ? counting.Value : null) { CheckedCounts = isVerified };
        }

        var history = DeclarationHistory.Of(entries, clock);
        return new(Value(history.Said), Value(history.Verified))
        {
            Said = history.Said,
            Checked = history.Verified,
            Returned = history.Returned,
            CheckedCounts = history.IsVerified,
        };

        decimal? Value(Declaration? entry) => entry is null ? null : FormReader.Read(figure, entry, DataState.SelfDeclared, clock).Value;
    }

    private static IndicatorResult Missing(Declaration? returned, DeclarationClock clock)
    {
        var result = Missing(clock, isBeingReworked: returned is not null && clock.IsInRework(returned.At, clock.AsOf));
        return returned is null ? result : result with { Reason = DeclarationReasons.Returned(returned.Comment), UpdatedAt = returned.At };
    }

    private static IndicatorResult Missing(DeclarationClock clock, bool isBeingReworked)
    {
        if (clock.Due is not { } due)
        {
            return new(DataState.NotDue, null, 0m) { Reason = DeclarationReasons.NoDueDay };
        }

        if (clock.AsOf <= due)
        {
            return new(DataState.NotDue, null, 0m) { Reason = DeclarationReasons.NotYetDue };
        }

        return clock.AsOf >= clock.SilentFrom && !isBeingReworked
            ? new(DataState.NoData, null, 0m) { MissingBy = MissingBy.Unit, Reason = DeclarationReasons.Silent }
            : new(DataState.NoData, null, 0m) { Reason = DeclarationReasons.Overdue };
    }
}
