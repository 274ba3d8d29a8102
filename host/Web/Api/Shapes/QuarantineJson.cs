using System.ComponentModel;

namespace EmulationPlatform.Web.Api.Shapes;

/// <summary>A message, or part of one, that could not be used.</summary>
public sealed record QuarantineJson(
    long Id,
    string Connector,
    string Topic,
    string Code,
    string Reason,
    DateTimeOffset ReceivedAt,
    [property: Description("When it was read again and gave readings; null while open.")] DateTimeOffset? ReplayedAt,
    [property: Description("The raw bytes as text; null when they are not text.")] string? Payload,
    string PayloadBase64)
{
    public static QuarantineJson Of(QuarantineView view, AgencyCalendar calendar) => new(
        view.Id,
        view.Connector,
        view.Topic,
        view.Code,
        view.Reason,
        calendar.ToLocal(view.ReceivedAt),
        view.ReplayedAt is { } replayed ? calendar.ToLocal(replayed) : null,
        PayloadText.Of(view.Payload.Span),
        Convert.ToBase64String(view.Payload.Span));
}
