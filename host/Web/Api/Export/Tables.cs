using System.Globalization;
using EmulationPlatform.Units.Facilities;
using EmulationPlatform.Web.Api.Shapes;

namespace EmulationPlatform.Web.Api.Export;

/// <summary>Every list of the API as a table for people.</summary>
internal static class Tables
{
    private const int AmountDecimals = 6;
    private const int RegisterDecimals = 9;
    private const int ShareDecimals = 4;

    public static readonly ExportTable<List<SourceJson>, SourceJson> Sources = Source(new ExportTable<List<SourceJson>, SourceJson>("sources", list => list), source => source);

    public static readonly ExportTable<List<MeterJson>, MeterJson> Meters = Source(
        new ExportTable<List<MeterJson>, MeterJson>("meters", list => list)
            .Text("Title", meter => meter.Title).Word<MeterState>("State", meter => meter.State).Number("Open", 0, meter => meter.Open)
            .Number("UsualPause", 1, meter => meter.UsualPauseMinutes),
        meter => meter.Source);

    public static readonly ExportTable<List<UnitJson>, UnitJson> Units = new ExportTable<List<UnitJson>, UnitJson>("units", list => list)
        .Text("Unit", unit => unit.Unit).Localized("Name", unit => unit.Name).Text("Group", unit => unit.Group)
        .Number("Headcount", 0, unit => Latest(unit.Headcount)).Number("Area", 2, unit => Latest(unit.Area));

    public static readonly ExportTable<List<ReadingJson>, ReadingJson> Readings = new ExportTable<List<ReadingJson>, ReadingJson>("readings", list => list)
        .Time("At", reading => reading.At).Number("Value", RegisterDecimals, reading => reading.Value)
        .Time("ReceivedAt", reading => reading.ReceivedAt).Text("Origin", reading => reading.Origin);

    public static readonly ExportTable<ConsumptionJson, ConsumptionJson.Row> Consumption = new ExportTable<ConsumptionJson, ConsumptionJson.Row>("consumption", view => view.Rows)
        .Time("Start", row => row.Start).Time("End", row => row.End).Number("Amount", AmountDecimals, row => row.Amount).Text("Flags", row => string.Join(' ', row.Flags));

    public static readonly ExportTable<UsageJson, UsageJson.Row> Usage = new ExportTable<UsageJson, UsageJson.Row>("usage", view => view.Rows)
        .Time("Start", row => row.Start).Time("End", row => row.End).Number("Amount", AmountDecimals, row => row.Amount).Number("Base", AmountDecimals, row => row.Base)
        .Number("PerPerson", AmountDecimals, row => row.PerPerson).Number("PerSquareMetre", AmountDecimals, row => row.PerSquareMetre)
        .Number("BasePerPerson", AmountDecimals, row => row.BasePerPerson).Number("BasePerSquareMetre", AmountDecimals, row => row.BasePerSquareMetre)
        .Number("Coverage", ShareDecimals, row => row.Coverage).Text("Flags", row => string.Join(' ', row.Flags));

    public static readonly ExportTable<WorklistJson, WorkRow> Worklist = new ExportTable<WorklistJson, WorkRow>("worklist", WorkRow.Of)
        .Said("Kind", (row, texts) => row.Found is { } found ? texts.Word(found.Kind) : texts.Word(row.Alert!.Kind))
        .Text("Title", row => row.Found?.Title ?? row.Alert?.Title).Text("Source", row => row.Found?.Source ?? row.Alert?.Source)
        .Text("Unit", row => row.Found?.Unit ?? row.Alert?.Unit).Time("Start", row => row.Found?.Start ?? row.Alert?.Since).Time("End", row => row.Found?.End)
        .Number("Before", RegisterDecimals, row => row.Found?.Before).Number("After", RegisterDecimals, row => row.Found?.After)
        .Number("Amount", AmountDecimals, row => row.Found?.Amount).Number("Figure", 3, row => row.Alert?.Figure).Number("Usual", 3, row => row.Alert?.Usual)
        .Text("Measure", row => row.Found?.Measure ?? row.Alert?.Measure).YesOrNo("NeedsDecision", row => row.Found?.NeedsDecision ?? true);

    public static readonly ExportTable<List<AlertJson>, AlertJson> Alerts = new ExportTable<List<AlertJson>, AlertJson>("alerts", list => list)
        .Word<AlertKind>("Kind", alert => alert.Kind).Text("Title", alert => alert.Title).Text("Source", alert => alert.Source).Text("Unit", alert => alert.Unit)
        .Time("Since", alert => alert.Since).Number("Figure", 3, alert => alert.Figure).Number("Usual", 3, alert => alert.Usual).Text("Measure", alert => alert.Measure)
        .Text("AcknowledgedBy", alert => alert.AcknowledgedBy).Text("Reason", alert => alert.Reason);

    public static readonly ExportTable<List<EventJson>, EventJson> Events = new ExportTable<List<EventJson>, EventJson>("events", list => list)
        .Number("No", 0, said => said.No).Word<SourceEventKind>("Kind", said => said.Kind).Time("At", said => said.At).Time("Until", said => said.Until)
        .Number("OldFinal", RegisterDecimals, said => said.OldFinal).Number("NewInitial", RegisterDecimals, said => said.NewInitial)
        .Number("Factor", RegisterDecimals, said => said.Factor).Number("Value", RegisterDecimals, said => said.Value).Text("Reason", said => said.Reason)
        .Text("Author", said => said.Author).Time("EnteredAt", said => said.EnteredAt).Text("UndoneBy", said => said.Undone?.Author)
        .Text("UndoReason", said => said.Undone?.Reason);

    public static readonly ExportTable<List<BaselineVersionJson>, BaselineVersionJson> Baselines = Months(
        new ExportTable<List<BaselineVersionJson>, BaselineVersionJson>("baselines", list => list)
            .Number("No", 0, version => version.Version).Text("Unit", version => version.Unit).Text("Metric", version => version.Metric)
            .Number("Year", 0, version => version.Year).Number("Total", AmountDecimals, version => version.Total).Text("Measure", version => version.Measure)
            .Word<BaselineOrigin>("MadeOf", version => version.MadeOf).Text("Reference", version => version.Reference).Word<BaselineState>("State", version => version.State)
            .Text("Author", version => version.Author).Time("EnteredAt", version => version.EnteredAt).Text("DecidedBy", version => version.Decision?.Author)
            .Text("Reason", version => version.Decision?.Reason ?? version.Reason),
        version => version.Months);

    public static readonly ExportTable<List<BaselineJson>, BaselineJson> BaseYears = Months(
        new ExportTable<List<BaselineJson>, BaselineJson>("baseyears", list => list)
            .Text("Metric", record => record.Metric).Number("Year", 0, record => record.Year).Number("Total", AmountDecimals, record => record.Total)
            .Text("Measure", record => record.Measure).YesOrNo("Flat", record => record.Flat).Text("Reference", record => record.Reference),
        record => record.Months);

    public static readonly ExportTable<ScoreboardJson, ScoreRow> Scores = new ExportTable<ScoreboardJson, ScoreRow>("scoreboard", ScoreRow.Of)
        .Text("Unit", row => row.Unit.Unit).Localized("Name", row => row.Unit.Name).Text("Group", row => row.Unit.Group).Number("Rank", 0, row => row.Unit.Rank)
        .Number("Score", ShareDecimals, row => row.Unit.Score).Number("Coverage", ShareDecimals, row => row.Unit.Coverage)
        .Number("Floor", ShareDecimals, row => row.Unit.Floor).Number("Ceiling", ShareDecimals, row => row.Unit.Ceiling)
        .Said("Band", (row, texts) => row.Unit.BandName is { } band ? texts.Of(band) : null)
        .Text("Target", row => row.Target?.Target).Said("TargetName", (row, texts) => row.Target is { } target ? texts.Of(target.Name) : null)
        .Word<DataState>("State", row => row.Target?.State).Number("Points", ShareDecimals, row => row.Target?.Points).Number("Weight", ShareDecimals, row => row.Target?.Weight)
        .Number("Attainment", ShareDecimals, row => row.Target?.Attainment).Number("Value", AmountDecimals, row => row.Target?.Value)
        .Number("Required", AmountDecimals, row => row.Target?.Required).Number("Base", AmountDecimals, row => row.Target?.Reference)
        .Text("Measure", row => row.Target?.Measure).Number("TargetCoverage", ShareDecimals, row => row.Target?.Coverage).Time("LastAt", row => row.Target?.UpdatedAt)
        .Said("Reason", (row, texts) => row.Target?.Reason is { } reason ? texts.Of(reason) : null);

    public static readonly ExportTable<List<QuarantineJson>, QuarantineJson> Quarantine = new ExportTable<List<QuarantineJson>, QuarantineJson>("quarantine", list => list)
        .Number("No", 0, entry => entry.Id).Time("ReceivedAt", entry => entry.ReceivedAt).Text("Topic", entry => entry.Topic).Text("Code", entry => entry.Code)
        .Text("Reason", entry => entry.Reason).Text("Payload", entry => entry.Payload).Time("ReplayedAt", entry => entry.ReplayedAt);

    public static readonly ExportTable<List<UnmatchedJson>, UnmatchedJson> Unmatched = new ExportTable<List<UnmatchedJson>, UnmatchedJson>("unmatched", list => list)
        .Text("Topic", topic => topic.Topic).Number("Count", 0, topic => topic.Count).Time("LastAt", topic => topic.LastAt).Text("Payload", topic => topic.LastPayload);

    public static readonly ExportTable<List<AuditJson>, AuditJson> Audit = new ExportTable<List<AuditJson>, AuditJson>("audit", list => list)
        .Number("No", 0, row => row.No).Time("At", row => row.At).Text("Author", row => row.Author).Text("Act", row => row.Act).Text("Subject", row => row.Subject)
        .Text("Reason", row => row.Reason).Text("Before", row => row.Before?.GetRawText()).Text("After", row => row.After?.GetRawText()).Text("Hash", row => row.Hash);

    public static readonly ExportTable<List<SnapshotJson>, SnapshotJson> Snapshots = new ExportTable<List<SnapshotJson>, SnapshotJson>("snapshots", list => list)
        .Number("No", 0, taken => taken.No).Text("Movement", taken => taken.Movement).Text("Period", taken => taken.Period).Time("TakenAt", taken => taken.TakenAt)
        .Text("Author", taken => taken.Author).Text("Reason", taken => taken.Reason).Number("Replaces", 0, taken => taken.Replaces)
        .Number("ReplacedBy", 0, taken => taken.ReplacedBy).Text("Hash", taken => taken.Hash);

    private static decimal? Latest(IReadOnlyList<UnitJson.Dated> numbers) => numbers is [.., var last] ? last.Value : null;

    private static ExportTable<TAnswer, TRow> Months<TAnswer, TRow>(ExportTable<TAnswer, TRow> table, Func<TRow, IReadOnlyList<decimal?>> of)
    {
        for (var month = 0; month < 12; month++)
        {
            var index = month;
            table.Number(string.Create(CultureInfo.InvariantCulture, $"Month{index + 1}"), AmountDecimals, row => of(row).ElementAtOrDefault(index));
        }

        return table;
    }

    private static ExportTable<TAnswer, TRow> Source<TAnswer, TRow>(ExportTable<TAnswer, TRow> table, Func<TRow, SourceJson> of) => table
        .Text("Source", row => of(row).Id).Text("Label", row => of(row).Label).Text("Place", row => of(row).Place).Text("Unit", row => of(row).Unit)
        .Text("Metric", row => of(row).Metric).Word<SourceKind>("SourceKind", row => of(row).Kind).Word<FlowDirection>("Direction", row => of(row).Direction)
        .Text("Channel", row => of(row).Channel).Text("Measure", row => of(row).Measure).Number("Factor", RegisterDecimals, row => of(row).Factor)
        .Number("RegisterWidth", 0, row => of(row).RegisterWidth).Number("MaxRate", AmountDecimals, row => of(row).MaxRate).Text("Parent", row => of(row).Parent)
        .YesOrNo("Counts", row => of(row).Counts).Text("Topic", row => of(row).Topic).Text("Profile", row => of(row).Profile)
        .Time("LastAt", row => of(row).LastReading?.At).Number("LastValue", RegisterDecimals, row => of(row).LastReading?.Value)
        .Word<SourceHealth>("Health", row => of(row).Health);
}
