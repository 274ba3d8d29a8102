using EmulationPlatform.Sdk;

namespace EmulationPlatform.Scoring.Declaring;

/// <summary>Why a declared figure has no value, or less than was said.</summary>
internal static class DeclarationReasons
{
    public static readonly LocalizedText NoDueDay = new("chưa có hạn cho số liệu này", "no day is set by which it is due");
    public static readonly LocalizedText NotYetDue = new("chưa khai, chưa đến hạn", "not declared yet, and not due yet");
    public static readonly LocalizedText Withdrawn = new("đã khai rồi rút lại; tính 0 cho đến khi khai lại", "declared and taken back; counts as nothing until it is declared again");
    public static readonly LocalizedText Overdue = new("đã quá hạn, đơn vị chưa khai; đang trong thời gian nhắc", "overdue and not declared; still within the time of the reminder");

    public static readonly LocalizedText Silent = new(
        "đã quá hạn và thời gian nhắc, đơn vị chưa khai; tính 0 cho đến khi khai", "not declared after the due day and the reminder; counts as nothing until it is");

    public static readonly LocalizedText NothingUnverified = new("đơn vị khai không có đối tượng nào để tính; chờ thẩm định", "the unit says that there was nothing to be counted; this waits to be verified");
    public static readonly LocalizedText NothingToCount = new("trong kỳ không có đối tượng nào để tính", "there was nothing to be counted in the period");
    public static readonly LocalizedText EvidenceOld = new("minh chứng đã hết thời hạn hiệu lực; cần bổ sung minh chứng mới", "the evidence is past its validity; new evidence is needed");
    public static readonly LocalizedText EvidenceExpired = new("minh chứng hết hiệu lực đã quá thời gian bổ sung; tính 0", "the evidence has expired and was not renewed in time; counts as no");
    public static readonly LocalizedText DoesNotFit = new("mục khai thiếu số liệu hoặc số liệu không hợp lệ", "the entry lacks a value, or its values do not fit together");
    public static readonly LocalizedText NotRated = new("chưa có người chấm; cần ít nhất hai người của đơn vị khác", "not rated yet; two raters of other units are needed");
    public static readonly LocalizedText OneRater = new("mới có một người chấm; cần ít nhất hai", "one rater so far; two are needed");
    public static readonly LocalizedText DiscussFirst = new("điểm chấm lệch nhau từ 2 trở lên; cần trao đổi trước", "the ratings are 2 or more apart: discuss first");

    public static LocalizedText Returned(string comment) => comment.Length == 0
        ? new("đã trả lại để làm lại, chờ đơn vị", "returned to be reworked; waits for the unit")
        : new("đã trả lại để làm lại, chờ đơn vị: " + comment, "returned to be reworked; waits for the unit: " + comment);
}
