using EmulationPlatform.Units.Facilities;
using EmulationPlatform.Web.Parts.Fields;

namespace EmulationPlatform.Web.Parts.Facilities;

/// <summary>What can be done about an entry of the worklist: the obvious thing first, then the others.</summary>
public static class WorkActs
{
    public static IReadOnlyList<WorkAct> Of(FindingView found, AgencyCalendar calendar)
    {
        var page = $"/sources/{Uri.EscapeDataString(found.Source)}";
        var end = found.End;
        var wrong = new WorkAct("wrongReading", SourceEventKind.Ignored, end, end, null, null);
        var outage = new WorkAct("outage", SourceEventKind.Outage, found.Start, end, null, null);
        var replaced = WorkAct.Go("replaced", $"{page}?open=replace&at={FieldText.Time(calendar.ToLocal(end))}#replace");
        // A bill is asked for up to its last whole day: a gap that ends at midnight ends with the day before.
        var lastDay = calendar.ToLocal(end.Plus(-TimeSpan.FromMilliseconds(1)));
        return found.Kind switch
        {
            FindingKind.Conflict =>
            [
                new("keepFirst", SourceEventKind.Corrected, end, null, found.Before, null),
                new("useSecond", SourceEventKind.Corrected, end, null, found.After, null),
            ],
            FindingKind.Reset => [WorkAct.Say("resetYes", SourceEventKind.ResetConfirmed, end), WorkAct.Say("resetNo", SourceEventKind.Dismissed, end), replaced],
            FindingKind.Suspect =>
            [
                WorkAct.Go("readNow", $"{page}?open=read#read"), wrong, WorkAct.Say("resetYes", SourceEventKind.ResetConfirmed, end), replaced,
            ],
            FindingKind.NewLine => [replaced, WorkAct.Say("newLine", SourceEventKind.Dismissed, end), outage],
            FindingKind.ImpossibleRise => [WorkAct.Say("skipJump", SourceEventKind.Dismissed, end), WorkAct.Say("jumpTrue", SourceEventKind.Accepted, end), replaced],
            _ => [WorkAct.Go("bill", $"{page}?open=bill&from={FieldText.Day(calendar.ToLocal(found.Start))}&to={FieldText.Day(lastDay)}#bill"), WorkAct.Say("spread", SourceEventKind.Accepted, end), outage],
        };
    }

    /// <summary>Name of the form of an entry, the same every time the page is shown.</summary>
    public static string FormName(FindingView found, string act) => $"{found.Kind}-{found.Source}-{FieldText.Exact(found.End)}-{act}";
}
