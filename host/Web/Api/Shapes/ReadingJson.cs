namespace EmulationPlatform.Web.Api.Shapes;

public sealed record ReadingJson(DateTimeOffset At, decimal Value, DateTimeOffset ReceivedAt, string Origin)
{
    public static ReadingJson Of(ReadingView reading, AgencyCalendar calendar) =>
        new(calendar.ToLocal(reading.At), reading.Value, calendar.ToLocal(reading.ReceivedAt), reading.Origin);
}
