using System.ComponentModel;
using EmulationPlatform.Units.Facilities;

namespace EmulationPlatform.Web.Api.Shapes;

/// <summary>Something a person said about a source. Values are in the register's measure.</summary>
public sealed record EventJson(
    [property: Description("Number by which it can be undone.")] long No,
    SourceEventKind Kind,
    DateTimeOffset At,
    DateTimeOffset? Until,
    decimal? OldFinal,
    decimal? NewInitial,
    decimal? Factor,
    decimal? Value,
    string Reason,
    [property: Description("Hash of a file at /api/v1/evidence/{hash}.")] string? Evidence,
    string Author,
    DateTimeOffset EnteredAt,
    [property: Description("Who took it back, when and why; null while it holds.")] EventJson.UndoneJson? Undone)
{
    public sealed record UndoneJson(string Reason, string Author, DateTimeOffset EnteredAt);

    public static EventJson Of(EventView view, AgencyCalendar calendar)
    {
        var said = view.Entry;
        return new(
            view.No, said.Kind, calendar.ToLocal(said.At), said.Until is { } until ? calendar.ToLocal(until) : null, said.OldFinal, said.NewInitial, said.Factor,
            said.Value, said.Reason, said.Evidence, view.Author, calendar.ToLocal(view.EnteredAt),
            view.Undone is { } undone ? new(undone.Reason, undone.Author, calendar.ToLocal(undone.EnteredAt)) : null);
    }
}
