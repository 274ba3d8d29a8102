using EmulationPlatform.Scoring.Plans;
using EmulationPlatform.Sdk;

namespace EmulationPlatform.Scoring.Declaring;

/// <summary>What is wrong with an entry before it is taken, by the figure's form.</summary>
public static class DeclarationCheck
{
    private const decimal BestRating = 4m;
    private const int FirstYear = 2000;

    /// <param name="evidence">Files that go with it.</param>
    /// <returns>Field, Vietnamese and English sentence of the first problem; null when the entry is good.</returns>
    public static (string Field, LocalizedText Problem)? Of(PlanFigure figure, Declaration entry, int evidence, string comment, DateOnly today)
    {
        if (entry.Kind is DeclarationKind.Returned or DeclarationKind.Withdrawn)
        {
            return comment.Length == 0 ? ("comment", new("Ghi lý do.", "Write why.")) : null;
        }

        var problem = figure.Form switch
        {
            FigureForm.Submission => null,
            _ when entry.Value is null => ("value", new LocalizedText("Nhập giá trị.", "Enter the value.")),
            _ when entry.Value < 0m => ("value", new("Giá trị không được âm.", "The value is below 0.")),
            FigureForm.Ratio => Ratio(entry),
            FigureForm.Amount when entry.Whole < 0m => ("whole", new("Số của năm gốc không được âm.", "The base year's amount is below 0.")),
            FigureForm.Amount when entry.Whole is not null && entry.BaseYear is not (>= FirstYear and <= 2100) => ("baseYear", new("Ghi năm gốc.", "Write the base year.")),
            FigureForm.YesNo => YesNo(entry, today),
            FigureForm.Stage when !IsWhole(entry.Value!.Value) || entry.Value >= figure.Stages.Count => ("value", new("Chọn một trong các bước.", "Choose one of the stages.")),
            FigureForm.Rating when !IsWhole(entry.Value!.Value) || entry.Value > BestRating => ("value", new("Chấm từ 0 đến 4.", "Rate from 0 to 4.")),
            FigureForm.Rating when comment.Length == 0 => ("comment", new("Nhận xét là bắt buộc khi chấm.", "A rating needs a comment.")),
            _ => ((string, LocalizedText)?)null,
        };
        return problem ?? (evidence == 0 && comment.Length == 0
            ? ("evidence", new("Đính kèm minh chứng hoặc ghi số văn bản vào ghi chú.", "Attach evidence, or name the document in the comment."))
            : null);
    }

    private static (string, LocalizedText)? Ratio(Declaration entry) => entry switch
    {
        { Whole: null } => ("whole", new("Nhập tổng số.", "Enter the whole number.")),
        { Whole: < 0m } => ("whole", new("Tổng số không được âm.", "The whole number is below 0.")),
        _ when entry.Value > entry.Whole => ("value", new("Số đạt lớn hơn tổng số.", "The part is greater than the whole.")),
        _ => null,
    };

    private static (string, LocalizedText)? YesNo(Declaration entry, DateOnly today) => entry switch
    {
        { Value: not (0m or 1m) } => ("value", new("Chọn có hoặc không.", "Choose yes or no.")),
        { Value: 1m, EvidenceOn: null } => ("evidenceOn", new("Ghi ngày của minh chứng.", "Write the day of the evidence.")),
        _ when entry.EvidenceOn > today => ("evidenceOn", new("Ngày của minh chứng nằm trong tương lai.", "The day of the evidence lies in the future.")),
        _ => null,
    };

    private static bool IsWhole(decimal value) => value == decimal.Truncate(value);
}
