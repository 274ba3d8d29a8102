using System.ComponentModel;
using System.Text.Json;
using EmulationPlatform.Storage.Audit;

namespace EmulationPlatform.Web.Api.Shapes;

/// <summary>Who did what to what, when and why.</summary>
public sealed record AuditJson(
    long No,
    DateTimeOffset At,
    string Author,
    [property: Description("A fixed word such as source.set.")] string Act,
    [property: Description("Kind and id, such as unit/van-phong.")] string Subject,
    string Reason,
    [property: Description("Null when there was nothing before.")] JsonElement? Before,
    [property: Description("Null when there is nothing after.")] JsonElement? After,
    [property: Description("Chained with the row before it.")] string Hash)
{
    public static AuditJson Of(AuditRow row, AgencyCalendar calendar)
    {
        var entry = row.Entry;
        return new(
            row.No, calendar.ToLocal(entry.At), entry.Author, entry.Act, entry.Subject, entry.Reason, Parsed(entry.Before), Parsed(entry.After), row.Hash);
    }

    private static JsonElement? Parsed(string? json) => json is null ? null : JsonElement.Parse(json);
}
