using System.Globalization;
using System.Text.RegularExpressions;
using EmulationPlatform.Scoring.Plans;
using EmulationPlatform.Sdk;

namespace EmulationPlatform.Scoring.Declaring;

/// <summary>What speaks against an entry before it is taken. Pure.</summary>
public static partial class DeclarationCheck
{
    private const int BestMark = 4;
    private const int FirstBaseYear = 2000;

    private static readonly LocalizedText Needed = new("Cần nhập giá trị.", "A value is needed.");
    private static readonly LocalizedText Negative = new("Giá trị không được âm.", "The value may not be negative.");
    private static readonly LocalizedText NotWhole = new("Cần số nguyên.", "A whole number is needed.");
    private static readonly LocalizedText InFuture = new("Ngày không được ở tương lai.", "The day may not be in the future.");

    /// <param name="candidate">The entry as it would be stored; its <see cref="Declaration.At"/> is now.</param>
    /// <returns>Empty when it can be taken.</returns>
    public static IReadOnlyList<DeclarationProblem> Of(PlanFigure figure, Declaration candidate, AgencyCalendar calendar) => candidate.Kind switch
    {
        DeclarationKind.Declared => [.. Values(figure, candidate, calendar), .. Proof(figure, candidate)],
        DeclarationKind.Verified when Changes(candidate) => [.. Values(figure, candidate, calendar), .. Reason(candidate)],
        DeclarationKind.Verified => [],
        _ => [.. Reason(candidate)],
    };

    /// <summary>Nobody rates their own unit.</summary>
    /// <param name="ratedUnit">Empty: the agency itself, which everybody may rate.</param>
    /// <param name="raterUnit">Unit the rater belongs to; null for somebody of none, such as the Council.</param>
    public static DeclarationProblem? Rater(string ratedUnit, string? raterUnit) => ratedUnit.Length > 0 && ratedUnit == raterUnit
        ? new("rater", new("Không chấm điểm cho đơn vị của chính mình.", "Nobody rates their own unit."))
        : null;

    /// <summary>Two pairs of eyes: nobody verifies what they said themselves; and where nothing was said there is nothing to judge.</summary>
    /// <param name="own">What the unit has said; null when nothing, or it was taken back.</param>
    public static DeclarationProblem? Judging(PlanFigure figure, Declaration candidate, Declaration? own)
    {
        if (figure.Form == FigureForm.Rating || candidate.Kind == DeclarationKind.Declared)
        {
            return null;
        }

        return own is null ? new("kind", new("Chưa có số khai nào để thẩm định, trả lại hoặc rút lại.", "Nothing was declared that could be verified, sent back or taken back."))
            : candidate.Kind == DeclarationKind.Verified && own.Author == candidate.Author
                ? new("kind", new("Người khai không tự thẩm định; cần một người khác.", "Nobody verifies what they declared themselves; somebody else has to."))
                : null;
    }

    internal static bool IsStage(PlanFigure figure, decimal value) => value >= 0m && value < figure.Stages.Count && decimal.IsInteger(value);

    private static bool Changes(Declaration candidate) => candidate is not { Value: null, Whole: null, EvidenceOn: null, CameAt: null };

    private static IEnumerable<DeclarationProblem> Values(PlanFigure figure, Declaration candidate, AgencyCalendar calendar) => figure.Form switch
    {
        FigureForm.Ratio => [.. Count("value", candidate.Value), .. Count("whole", candidate.Whole), .. WithinWhole(candidate)],
        FigureForm.Number => NotNegative("value", candidate.Value),
        FigureForm.Amount => [.. NotNegative("value", candidate.Value), .. NotNegative("whole", candidate.Whole), .. BaseYear(candidate, calendar)],
        FigureForm.YesNo => [.. YesOrNo(candidate), .. EvidenceDay(candidate, calendar)],
        FigureForm.Stage => Stage(figure, candidate),
        FigureForm.Rating => Mark(candidate),
        FigureForm.Submission => Came(candidate),
        _ => throw new ArgumentOutOfRangeException(nameof(figure), figure.Form, "Unknown form."),
    };

    private static IEnumerable<DeclarationProblem> NotNegative(string field, decimal? value) => value switch
    {
        null => [new(field, Needed)],
        < 0m => [new(field, Negative)],
        _ => [],
    };

    private static IEnumerable<DeclarationProblem> Count(string field, decimal? value) =>
        value is >= 0m and var count && !decimal.IsInteger(count) ? [new(field, NotWhole)] : NotNegative(field, value);

    private static IEnumerable<DeclarationProblem> WithinWhole(Declaration candidate)
    {
        if (candidate.Value > candidate.Whole)
        {
            yield return new("value", new(
                $"Số đạt ({Text(candidate.Value)}) không được lớn hơn tổng số ({Text(candidate.Whole)}).",
                $"The number met ({Text(candidate.Value)}) may not be above the number of all ({Text(candidate.Whole)})."));
        }
    }

    private static IEnumerable<DeclarationProblem> BaseYear(Declaration candidate, AgencyCalendar calendar)
    {
        var thisYear = calendar.ToLocal(candidate.At).Year;
        if (candidate.BaseYear is not (>= FirstBaseYear and var year) || year > thisYear)
        {
            yield return new("baseYear", new($"Cần năm gốc, từ {FirstBaseYear} đến {thisYear}.", $"The base year is needed, {FirstBaseYear} to {thisYear}."));
        }
    }

    private static IEnumerable<DeclarationProblem> YesOrNo(Declaration candidate)
    {
        if (candidate.Value is not (0m or 1m))
        {
            yield return new("value", new("Chọn có (1) hoặc không (0).", "Choose yes (1) or no (0)."));
        }
    }

    private static IEnumerable<DeclarationProblem> EvidenceDay(Declaration candidate, AgencyCalendar calendar)
    {
        if (candidate.EvidenceOn is { } day)
        {
            if (day > calendar.DayOf(candidate.At))
            {
                yield return new("evidenceOn", InFuture);
            }
        }
        else if (candidate.Value == 1m)
        {
            yield return new("evidenceOn", new("Cần ngày của minh chứng.", "The day of the evidence is needed."));
        }
    }

    private static IEnumerable<DeclarationProblem> Stage(PlanFigure figure, Declaration candidate)
    {
        if (candidate.Value is not { } stage || !IsStage(figure, stage))
        {
            var last = figure.Stages.Count - 1;
            yield return new("value", new($"Chọn một mức, từ 0 đến {last}.", $"Choose a stage, 0 to {last}."));
        }
    }

    private static IEnumerable<DeclarationProblem> Mark(Declaration candidate)
    {
        if (candidate.Value is not (>= 0m and <= BestMark and var mark) || !decimal.IsInteger(mark))
        {
            yield return new("value", new($"Chấm số nguyên từ 0 đến {BestMark}.", $"Rate with a whole number, 0 to {BestMark}."));
        }

        if (string.IsNullOrWhiteSpace(candidate.Comment))
        {
            yield return new("comment", new("Cần nhận xét kèm theo điểm chấm.", "A rating needs a comment."));
        }
    }

    private static IEnumerable<DeclarationProblem> Came(Declaration candidate)
    {
        if (candidate.CameAt is not { } cameAt)
        {
            yield return new("cameAt", new("Cần ngày giờ nhận báo cáo.", "Day and hour at which the report came are needed."));
        }
        else if (cameAt > candidate.At)
        {
            yield return new("cameAt", InFuture);
        }
    }

    private static IEnumerable<DeclarationProblem> Proof(PlanFigure figure, Declaration candidate)
    {
        var needsProof = figure.Form is FigureForm.Ratio or FigureForm.YesNo or FigureForm.Stage or FigureForm.Number;
        if (needsProof && candidate.Evidence.Count == 0 && !DocumentReference().IsMatch(candidate.Comment.Normalize()))
        {
            yield return new("evidence", new(
                "Cần minh chứng: đính kèm tệp, hoặc ghi số văn bản trong phần ghi chú, ví dụ 12/BC-VP.",
                "Evidence is needed: attach a file, or write the number of a document in the comment, such as 12/BC-VP."));
        }
    }

    private static IEnumerable<DeclarationProblem> Reason(Declaration candidate)
    {
        if (string.IsNullOrWhiteSpace(candidate.Comment))
        {
            yield return new("comment", new("Cần nêu lý do.", "A reason is needed."));
        }
    }

    private static string Text(decimal? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";

    /// <summary>A number with a sign behind a slash (12/BC-VP, 57-NQ/TW, 15/2026/NĐ-CP), which no date looks like; or a kind of document with its number.</summary>
    [GeneratedRegex(
        @"\d(-\p{Lu}+)?/\p{Lu}{2}|(?i:\b(biên bản|quyết định|công văn|báo cáo|kế hoạch|tờ trình|văn bản|hồ sơ)\s+số\s*:?\s*\d|\bno\.\s*\d)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex DocumentReference();
}
