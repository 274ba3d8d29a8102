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
        var result = history.Counting is { } entry ? FormReader.Read(figure, entry, history.State, clock) with { UpdatedAt = entry.At } : Missing(history, clock);
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

    private static IndicatorResult Missing(DeclarationHistory history, DeclarationClock clock) => history switch
    {
        { Returned: { } returned } => Missing(clock, wasSaid: true, isBeingReworked: clock.IsInRework(returned.At, clock.AsOf)) with
        {
            Reason = DeclarationReasons.Returned(returned.Comment), UpdatedAt = returned.At,
        },
        // A value is not hidden by taking it back, nor a broken prohibition: until something else is said it counts as nothing.
        { Withdrawn: { } withdrawn } when clock.Due is not null => new(DataState.NoData, null, 0m)
        {
            MissingBy = MissingBy.Unit, Reason = DeclarationReasons.Withdrawn, UpdatedAt = withdrawn.At,
        },
        _ => Missing(clock, wasSaid: false, isBeingReworked: false),
    };

    /// <param name="wasSaid">What was once said is due from then on.</param>
    private static IndicatorResult Missing(DeclarationClock clock, bool wasSaid, bool isBeingReworked)
    {
        if (clock.Due is not { } due)
        {
            return new(DataState.NotDue, null, 0m) { Reason = DeclarationReasons.NoDueDay };
        }

        if (clock.AsOf <= due && !wasSaid)
        {
            return new(DataState.NotDue, null, 0m) { Reason = DeclarationReasons.NotYetDue };
        }

        return clock.AsOf >= clock.SilentFrom && !isBeingReworked
            ? new(DataState.NoData, null, 0m) { MissingBy = MissingBy.Unit, Reason = DeclarationReasons.Silent }
            : new(DataState.NoData, null, 0m) { Reason = DeclarationReasons.Overdue };
    }
}
