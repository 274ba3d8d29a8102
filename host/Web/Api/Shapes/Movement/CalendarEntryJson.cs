using System.ComponentModel;
using EmulationPlatform.Scoring.Calendar;

namespace EmulationPlatform.Web.Api.Shapes.Movement;

public sealed record CalendarEntryJson(
    string Id,
    CalendarKind Kind,
    LocalizedText Name,
    [property: Description("Last day in time; null while a decision is missing.")] DateOnly? LastDay,
    [property: Description("units, or a role of the plan.")] string OwedBy,
    string To,
    [property: Description("How the plan's words are read.")] LocalizedText? Reading,
    CitationJson Citation)
{
    public static CalendarEntryJson Of(CalendarEntry entry) =>
        new(entry.Id, entry.Kind, entry.Name, entry.LastDay, entry.OwedBy, entry.To, entry.Reading, CitationJson.Of(entry.Citation));
}
