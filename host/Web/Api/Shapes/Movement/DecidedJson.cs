using EmulationPlatform.Units.Movement;

namespace EmulationPlatform.Web.Api.Shapes.Movement;

/// <summary>What somebody decided where the plan leaves something open.</summary>
/// <param name="Name">Of the option; null when the plan file does not know it any more.</param>
public sealed record DecidedJson(string Decision, LocalizedText Question, string Option, LocalizedText? Name, string Author, DateTimeOffset At, string Reason)
{
    public static DecidedJson Of(SettledPoint settled, AgencyCalendar calendar) => new(
        settled.Point.Id, settled.Point.Question, settled.Choice.Option!, settled.Option?.Name, settled.Choice.Author, calendar.ToLocal(settled.Choice.At), settled.Choice.Reason);
}
