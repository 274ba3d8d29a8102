using System.ComponentModel;
using EmulationPlatform.Units.Facilities;

namespace EmulationPlatform.Web.Api.Shapes;

/// <summary>One entry of the worklist.</summary>
public sealed record FindingJson(
    FindingKind Kind,
    string Source,
    string Title,
    string? Unit,
    [property: Description("The reading before; for a conflict the moment itself.")] DateTimeOffset Start,
    [property: Description("The reading that does not fit: the at of a decision about it.")] DateTimeOffset End,
    [property: Description("What the register showed at start; for a conflict the value that counts.")] decimal? Before,
    [property: Description("What it showed at end; for a conflict the other value.")] decimal? After,
    [property: Description("What is booked for the time, in the measure.")] decimal Amount,
    string Measure,
    [property: Description("False for what is counted and only worth knowing.")] bool NeedsDecision)
{
    public static FindingJson Of(FindingView view, AgencyCalendar calendar) => new(
        view.Kind, view.Source, view.Title, view.Unit, calendar.ToLocal(view.Start), calendar.ToLocal(view.End), view.Before, view.After, view.Amount.ToDecimal(),
        view.Measure, view.NeedsDecision);
}
