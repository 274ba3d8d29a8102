using System.ComponentModel;
using EmulationPlatform.Storage.Tables;

namespace EmulationPlatform.Web.Api.Shapes;

/// <summary>An official result without its board.</summary>
public sealed record SnapshotJson(
    long No,
    [property: Description("Id of the plan.")] string Movement,
    string Period,
    DateTimeOffset TakenAt,
    string Author,
    string Reason,
    [property: Description("Number of the result it replaces.")] long? Replaces,
    [property: Description("Number of the result that replaces it; null while it is in force.")] long? ReplacedBy,
    [property: Description("Over all fields and the board; what a printed report can cite.")] string Hash)
{
    public static SnapshotJson Of(SnapshotRow row, IReadOnlyList<SnapshotRow> all, AgencyCalendar calendar) => new(
        row.No, row.Movement, row.Period, calendar.ToLocal(row.TakenAt), row.Author, row.Reason, row.Replaces,
        all.FirstOrDefault(other => other.Replaces == row.No)?.No, row.Hash);
}
