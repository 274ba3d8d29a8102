using System.ComponentModel;

namespace EmulationPlatform.Web.Api.Shapes;

/// <summary>A topic that no profile understands.</summary>
public sealed record UnmatchedJson(
    string Connector,
    string Topic,
    long Count,
    [property: Description("Start of the newest message as text; null when it is not text.")] string? LastPayload,
    string LastPayloadBase64,
    DateTimeOffset LastAt)
{
    public static UnmatchedJson Of(UnmatchedView view, AgencyCalendar calendar) => new(
        view.Connector,
        view.Topic,
        view.Count,
        PayloadText.Of(view.LastPayload.Span),
        Convert.ToBase64String(view.LastPayload.Span),
        calendar.ToLocal(view.LastAt));
}
