using EmulationPlatform.Metering;
using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.Tables;
using EmulationPlatform.Units.Registry;
using EmulationPlatform.Units.Watching;
using EmulationPlatform.Watching;
using Microsoft.Data.Sqlite;

namespace EmulationPlatform.Units.Facilities;

/// <summary>What watches have raised and not cleared, as people see it, with who has seen to it.</summary>
internal sealed class AlertBoard(AgencySetup setup, AuditTrail audit, WatchRoom watches)
{
    private const string Minutes = "min";

    /// <summary>Those nobody has seen to first, then the newest.</summary>
    public IReadOnlyList<AlertView> Of(SourceRegistry sources) =>
    [
        .. watches.State.Standing.Select(alert => (Alert: alert, Entry: sources.Find(alert.Source)))
            .Where(alert => alert.Entry is not null)
            .Select(alert => View(alert.Alert, alert.Entry!))
            .OrderBy(alert => alert.AcknowledgedBy is not null).ThenByDescending(alert => alert.Since),
    ];

    /// <returns>False when nothing of the kind is raised about the source.</returns>
    public Task<bool> AcknowledgeAsync(SourceEntry entry, AlertKind kind, string reason, string author) => watches.AcknowledgeAsync(
        entry.Row.Id, Enum.Parse<WatchKind>(kind.ToString()), new Acknowledgement(author, audit.Now, reason),
        (connection, alert) => Audit(connection, alert, author, reason));

    private void Audit(SqliteConnection connection, Alert alert, string author, string reason) => audit.Append(
        connection, author, "alert.acknowledged", $"{SourceShape.Subject(alert.Source)}/alert/{alert.Kind}", reason,
        before: alert.Acknowledgement is { } seen ? new { seen.By, seen.Reason } : null, after: new { Since = alert.Since.ToString() });

    private AlertView View(Alert alert, SourceEntry entry)
    {
        var (figure, usual, measure) = Figures(alert, entry);
        return new AlertView(
            alert.Source, MeterTitle.Of(entry.Row), AgencyRuntime.CurrentUnit(entry.Assignments), Enum.Parse<AlertKind>(alert.Kind.ToString()),
            alert.Since, figure, usual, measure, alert.Acknowledgement?.By, alert.Acknowledgement?.Reason);
    }

    private (decimal Figure, decimal? Usual, string Measure) Figures(Alert alert, SourceEntry entry) => alert.Figures switch
    {
        // What it was when it was raised says little a day later: it is silent still.
        WatchFigures.Silent silent => (InMinutes(audit.Now - silent.LastHeard), silent.UsualInterval is { } usual ? InMinutes(usual) : null, Minutes),
        WatchFigures.ImpossibleRate rate => (Risen(rate, entry), Possible(rate, entry), MeasureOf(entry)),
        WatchFigures.NightFlow night => (night.MinimumPerHour.ToDecimal(), night.ThresholdPerHour.ToDecimal(), MeasureOf(entry)),
        WatchFigures.OffHours day => (day.Used.ToDecimal(), day.Usual.ToDecimal(), MeasureOf(entry)),
        WatchFigures.UnusualWeek week => (week.Used.ToDecimal(), week.Usual.ToDecimal(), MeasureOf(entry)),
        _ => throw new InvalidOperationException($"Nobody knows how to show {alert.Kind}."),
    };

    /// <summary>How far the register went; an impossible interval itself counts nothing.</summary>
    private decimal Risen(WatchFigures.ImpossibleRate rate, SourceEntry entry)
    {
        var (from, to) = setup.Database.Read(connection => (ReadingTable.At(connection, entry.No, rate.From), ReadingTable.At(connection, entry.No, rate.To)));
        return from is { } first && to is { } last ? (last.Value.ToDecimal() - first.Value.ToDecimal()) * entry.Rules.Factor : 0m;
    }

    private static decimal? Possible(WatchFigures.ImpossibleRate rate, SourceEntry entry) =>
        entry.Rules.MaxRatePerHour is { } most ? decimal.Round(most * (rate.To - rate.From).Ticks / TimeSpan.TicksPerHour, 3) : null;

    private string MeasureOf(SourceEntry entry) => setup.Metrics.TryGetValue(entry.Row.Metric, out var metric) ? metric.CounterMeasure : entry.Row.Measure;

    private static decimal InMinutes(TimeSpan time) => decimal.Round((decimal)time.Ticks / TimeSpan.TicksPerMinute, 1);
}
