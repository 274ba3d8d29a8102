using EmulationPlatform.Scoring.Plans;
using EmulationPlatform.Sdk;

namespace EmulationPlatform.Scoring.Declaring;

/// <summary>What an entry of each form is worth. Ratings are made of several entries and read by <see cref="RatingReader"/>.</summary>
internal static class FormReader
{
    private static readonly IndicatorResult DoesNotFit = new(DataState.Failed, null, 0m) { Reason = DeclarationReasons.DoesNotFit };

    public static IndicatorResult Read(PlanFigure figure, Declaration entry, DataState state, DeclarationClock clock) => figure.Form switch
    {
        FigureForm.Ratio => Ratio(entry, state),
        FigureForm.Number => entry.Value is { } number ? IndicatorResult.Exact(number, state) : DoesNotFit,
        FigureForm.Amount => Amount(entry, state),
        FigureForm.YesNo => YesNo(figure, entry, state, clock),
        FigureForm.Stage => entry.Value is { } stage && DeclarationCheck.IsStage(figure, stage) ? IndicatorResult.Exact(stage, state) : DoesNotFit,
        FigureForm.Submission => Submission(entry, state, clock),
        _ => throw new ArgumentOutOfRangeException(nameof(figure), figure.Form, "Not a form of single entries."),
    };

    private static IndicatorResult Ratio(Declaration entry, DataState state)
    {
        if (entry is not { Value: >= 0m and var part, Whole: >= 0m and var whole } || part > whole)
        {
            return DoesNotFit;
        }

        // Nobody takes a target off their own sheet.
        if (whole == 0m && state != DataState.Verified)
        {
            return new(DataState.NoData, null, 0m) { Reason = DeclarationReasons.NothingUnverified };
        }

        return whole == 0m
            ? new(DataState.NotApplicable, null, 0m) { Reason = DeclarationReasons.NothingToCount }
            : IndicatorResult.Share(part, whole, state: state);
    }

    private static IndicatorResult Amount(Declaration entry, DataState state) => entry.Value is { } amount
        ? IndicatorResult.Exact(amount, state) with { Reference = entry.Whole, ReferenceElapsed = entry.Whole, BaselineYear = entry.BaseYear }
        : DoesNotFit;

    private static IndicatorResult YesNo(PlanFigure figure, Declaration entry, DataState state, DeclarationClock clock)
    {
        if (entry.Value == 0m)
        {
            return IndicatorResult.Exact(0m, state);
        }

        if (entry is not { Value: 1m, EvidenceOn: { } evidenceOn })
        {
            return DoesNotFit;
        }

        var validUntil = evidenceOn.AddMonths(figure.ValidMonths);
        if (clock.Today <= validUntil)
        {
            return IndicatorResult.Exact(1m, state);
        }

        return clock.Today <= validUntil.AddDays(figure.GraceDays)
            ? IndicatorResult.Exact(1m, DataState.Stale) with { Reason = DeclarationReasons.EvidenceOld }
            : IndicatorResult.Exact(0m, DataState.Stale) with { Reason = DeclarationReasons.EvidenceExpired };
    }

    private static IndicatorResult Submission(Declaration entry, DataState state, DeclarationClock clock) => (entry.CameAt, clock.Due) switch
    {
        (null, _) => DoesNotFit,
        (_, null) => new(DataState.NotDue, null, 0m) { Reason = DeclarationReasons.NoDueDay },
        ({ } cameAt, { } due) => IndicatorResult.Exact(clock.DaysLate(due, cameAt), state),
    };
}
