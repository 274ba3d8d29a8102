using EmulationPlatform.Scoring.Plans;
using EmulationPlatform.Sdk;

namespace EmulationPlatform.Scoring.Declaring;

/// <summary>What a declared figure is worth at a moment, from everything said about it (scoring §2, §3.1, §8). Pure; order does not matter.</summary>
public static class DeclaredFigure
{
    private const int FewestRaters = 2;
    private const decimal WideSpread = 2m;
    private const int ReworkDays = 2;

    private static readonly LocalizedText NotYet = new("chưa khai, chưa đến hạn", "not declared, not due yet");
    private static readonly LocalizedText Late = new("quá hạn khai, đang nhắc", "the day for declaring has passed; the unit is being reminded");
    private static readonly LocalizedText Overdue = new("không khai sau hạn và nhắc: tính 0 cho đến khi có số liệu", "not declared after the due day and the reminder: counts 0 until it comes");
    private static readonly LocalizedText SentBack = new("Văn phòng trả lại, chờ đơn vị làm lại", "returned by the Office, waits for the unit");
    private static readonly LocalizedText FewRaters = new("cần ít nhất hai người chấm ngoài đơn vị", "at least two raters of other units are needed");
    private static readonly LocalizedText Spread = new("các điểm chấm lệch từ 2 trở lên: thảo luận trước", "ratings differ by 2 or more: discuss them first");
    private static readonly LocalizedText NoDuty = new("báo cáo chưa có ngày đến hạn", "the report has no due day yet");
    private static readonly LocalizedText OldEvidence = new("minh chứng đã hết hiệu lực", "the evidence is no longer valid");

    /// <param name="entries">Everything said about the figure for the unit and period, in any order.</param>
    public static IndicatorResult Of(PlanFigure figure, IEnumerable<Declaration> entries, DeclarationTerms terms)
    {
        var known = entries.Where(entry => entry.At <= terms.AsOf).OrderBy(entry => entry.No).ToList();
        var result = figure.Form switch
        {
            FigureForm.Rating => Rated(known, terms),
            FigureForm.Submission => Submitted(known, terms),
            _ => InForce(known) is { } entry ? Entered(figure, entry, terms) : Missing(known, terms),
        };
        return result with { UpdatedAt = known.Count > 0 ? known[^1].At : null, Inputs = [.. known.Select(entry => $"declaration/{entry.No}")] };
    }

    /// <summary>The unit's own last word and the verified one, for showing both (scoring §8).</summary>
    public static (Declaration? Own, Declaration? Verified) Both(IEnumerable<Declaration> entries)
    {
        var ordered = entries.OrderBy(entry => entry.No).ToList();
        return (ordered.FindLast(entry => entry.Kind == DeclarationKind.Declared), ordered.FindLast(entry => entry.Kind == DeclarationKind.Verified));
    }

    /// <summary>The last word; null after a return or a withdrawal.</summary>
    private static Declaration? InForce(List<Declaration> entries) =>
        entries.Count > 0 && entries[^1].Kind is DeclarationKind.Declared or DeclarationKind.Verified ? entries[^1] : null;

    private static IndicatorResult Entered(PlanFigure figure, Declaration entry, DeclarationTerms terms)
    {
        var state = entry.Kind == DeclarationKind.Verified ? DataState.Verified : DataState.SelfDeclared;
        return figure.Form switch
        {
            FigureForm.Ratio => IndicatorResult.Share(entry.Value ?? 0m, entry.Whole ?? 0m, state: state),
            FigureForm.Amount => IndicatorResult.Exact(entry.Value ?? 0m, state) with
            {
                Reference = entry.Whole, ReferenceElapsed = entry.Whole, BaselineYear = entry.BaseYear,
            },
            FigureForm.YesNo => YesNo(figure, entry, state, terms),
            _ => IndicatorResult.Exact(entry.Value ?? 0m, state),
        };
    }

    private static IndicatorResult YesNo(PlanFigure figure, Declaration entry, DataState state, DeclarationTerms terms)
    {
        if (entry.Value is not 1m || entry.EvidenceOn is not { } day)
        {
            return IndicatorResult.Exact(entry.Value ?? 0m, state);
        }

        var validUntil = day.AddMonths(figure.ValidMonths);
        return terms.Today <= validUntil ? IndicatorResult.Exact(1m, state)
            : terms.Today <= validUntil.AddDays(figure.GraceDays) ? IndicatorResult.Exact(1m, DataState.Stale) with { Reason = OldEvidence }
            : IndicatorResult.Exact(0m, DataState.Stale) with { Reason = OldEvidence };
    }

    private static IndicatorResult Rated(List<Declaration> entries, DeclarationTerms terms)
    {
        if (InForce(entries) is { Kind: DeclarationKind.Verified } settled)
        {
            return IndicatorResult.Exact(settled.Value ?? 0m, DataState.Verified);
        }

        var ratings = entries.GroupBy(entry => entry.Rater, StringComparer.Ordinal).Select(rater => rater.Last())
            .Where(entry => entry.Kind == DeclarationKind.Declared).Select(entry => entry.Value ?? 0m).Order().ToList();
        if (ratings.Count == 0)
        {
            return Missing(entries, terms) with { MissingBy = MissingBy.Platform };
        }

        if (ratings.Count < FewestRaters)
        {
            return new(DataState.NoData, null, 0m) { Reason = FewRaters };
        }

        var middle = ratings.Count / 2;
        return ratings[^1] - ratings[0] >= WideSpread
            ? new(DataState.NoData, null, 0m) { Reason = Spread }
            : IndicatorResult.Exact(ratings.Count % 2 == 1 ? ratings[middle] : (ratings[middle - 1] + ratings[middle]) / 2m, DataState.SelfDeclared);
    }

    /// <summary>
    /// The report counts from when it first came, once it is accepted. Sent back, it keeps that time when it comes again within two
    /// working days of the return.
    /// </summary>
    private static IndicatorResult Submitted(List<Declaration> entries, DeclarationTerms terms)
    {
        if (terms.DutyLastDay is not { } due)
        {
            return new(DataState.NotDue, null, 0m) { Reason = NoDuty };
        }

        Declaration? first = null;
        Declaration? returned = null;
        var isAccepted = false;
        foreach (var entry in entries)
        {
            switch (entry.Kind)
            {
                case DeclarationKind.Declared:
                    first = first is not null && (returned is null || IsReworkedInTime(returned, entry, terms)) ? first : entry;
                    (returned, isAccepted) = (null, false);
                    break;
                case DeclarationKind.Verified when first is not null:
                    isAccepted = true;
                    break;
                case DeclarationKind.Returned:
                    (returned, isAccepted) = (entry, false);
                    break;
                case DeclarationKind.Withdrawn:
                    (first, returned, isAccepted) = (null, null, false);
                    break;
                default:
                    break;
            }
        }

        if (first is null || returned is not null)
        {
            return Missing(entries, terms with { LastDay = due });
        }

        return IndicatorResult.Exact(terms.Days.Late(due, Day(first, terms)), isAccepted ? DataState.Verified : DataState.SelfDeclared);
    }

    private static bool IsReworkedInTime(Declaration returned, Declaration again, DeclarationTerms terms) =>
        Day(again, terms) <= terms.Days.After(DateOnly.FromDateTime(terms.Calendar.ToLocal(returned.At).DateTime), ReworkDays);

    private static DateOnly Day(Declaration entry, DeclarationTerms terms) => DateOnly.FromDateTime(terms.Calendar.ToLocal(entry.CameAt ?? entry.At).DateTime);

    private static IndicatorResult Missing(List<Declaration> entries, DeclarationTerms terms)
    {
        var isReturned = entries.Count > 0 && entries[^1].Kind == DeclarationKind.Returned;
        return terms switch
        {
            { IsDue: false } => new(DataState.NotDue, null, 0m) { Reason = isReturned ? SentBack : NotYet },
            { IsOverdue: false } => new(DataState.NoData, null, 0m) { Reason = isReturned ? SentBack : Late },
            _ => new(DataState.NoData, null, 0m) { Reason = Overdue, MissingBy = MissingBy.Unit },
        };
    }
}
