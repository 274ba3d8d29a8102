using System.ComponentModel;
using EmulationPlatform.Units.Facilities;

namespace EmulationPlatform.Web.Api.Shapes;

/// <summary>Something a watch has noticed and that still holds.</summary>
public sealed record AlertJson(
    string Source,
    string Title,
    string? Unit,
    AlertKind Kind,
    DateTimeOffset Since,
    [property: Description("What was seen: minutes of silence, the least hourly use of a night, a day's or a week's use.")] decimal Figure,
    [property: Description("What it is compared with, in the same measure; null when there is nothing.")] decimal? Usual,
    [property: Description("Measure of both; min for minutes.")] string Measure,
    [property: Description("Who has seen to it; null while nobody has.")] string? AcknowledgedBy,
    string? Reason)
{
    public static AlertJson Of(AlertView view, AgencyCalendar calendar) => new(
        view.Source, view.Title, view.Unit, view.Kind, calendar.ToLocal(view.Since), view.Figure, view.Usual, view.Measure, view.AcknowledgedBy, view.Reason);
}
