using System.Globalization;
using EmulationPlatform.Metering;
using EmulationPlatform.Storage.Sqlite;
using EmulationPlatform.Storage.Tables;
using Microsoft.Data.Sqlite;

namespace EmulationPlatform.Storage.ReadingLog;

/// <summary>The prepared statements of the write path, on the one writing connection.</summary>
internal sealed class LogStatements(SqliteConnection connection) : IDisposable
{
    private readonly Statement begin = new(connection, "BEGIN IMMEDIATE");
    private readonly Statement commit = new(connection, "COMMIT");
    private readonly Statement reading = new(connection, "INSERT INTO reading (source, at, value, received_at, origin) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO NOTHING");
    private readonly Statement conflict = new(connection, "INSERT INTO conflict (source, at, value, received_at, origin) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO NOTHING");

    private readonly Statement source = new(
        connection,
        """
        INSERT INTO source (no, id, connector, profile, topic, metric, kind, direction, channel, measure, first_seen_at, factor)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
        """);

    private readonly Statement hour = new(
        connection,
        """
        INSERT INTO hour (source, hour, amount, covered_ms, estimated_ms, suspect_ms) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
        ON CONFLICT (source, hour) DO UPDATE SET
            amount = amount + excluded.amount, covered_ms = covered_ms + excluded.covered_ms,
            estimated_ms = estimated_ms + excluded.estimated_ms, suspect_ms = suspect_ms + excluded.suspect_ms
        """);

    private readonly Statement day = new(
        connection,
        """
        INSERT INTO day (source, day, amount, covered_ms, estimated_ms, suspect_ms) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
        ON CONFLICT (source, day) DO UPDATE SET
            amount = amount + excluded.amount, covered_ms = covered_ms + excluded.covered_ms,
            estimated_ms = estimated_ms + excluded.estimated_ms, suspect_ms = suspect_ms + excluded.suspect_ms
        """);

    private readonly Statement fold = new(
        connection,
        """
        INSERT OR REPLACE INTO fold (source, through_at, reference_at, reference_value, before_at, before_value, earlier_at, earlier_value,
            last_marks, open_at, open_value, open_high, settling, unsettled_since, shown_value, left_at, left_value, risen_at, risen_value)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19)
        """);

    private readonly Statement forgetFinding = new(connection, "DELETE FROM finding WHERE source = ?1 AND start_at = ?2 AND end_at = ?3");
    private readonly Statement finding = new(connection, "INSERT OR REPLACE INTO finding (source, start_at, end_at, amount, marks) VALUES (?1, ?2, ?3, ?4, ?5)");
    private readonly Statement forgetUnsettled = new(connection, "DELETE FROM unsettled WHERE source = ?1");
    private readonly Statement unsettled = new(connection, "INSERT INTO unsettled (source, start_at, end_at) VALUES (?1, ?2, ?3)");

    private readonly Statement quarantine = new(
        connection,
        "INSERT INTO quarantine (connector, topic, payload, code, reason, received_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)");

    private readonly Statement unmatched = new(
        connection,
        """
        INSERT INTO unmatched (connector, topic, count, last_payload, last_at) VALUES (?1, ?2, ?3, ?4, ?5)
        ON CONFLICT (connector, topic) DO UPDATE SET count = count + excluded.count, last_payload = excluded.last_payload, last_at = excluded.last_at
        """);

    private readonly Statement setState = new(
        connection, "INSERT INTO connector_state (connector, key, value) VALUES (?1, ?2, ?3) ON CONFLICT (connector, key) DO UPDATE SET value = excluded.value");

    private readonly Statement removeState = new(connection, "DELETE FROM connector_state WHERE connector = ?1 AND key = ?2");

    public void Begin() => begin.Run();

    public void Commit() => commit.Run();

    public void Write(CommitRequest request)
    {
        foreach (var act in request.Acts)
        {
            act(connection);
        }

        foreach (var row in request.NewSources)
        {
            Insert(row);
        }

        foreach (var row in request.Readings)
        {
            Insert(reading, row);
        }

        foreach (var row in request.Conflicts)
        {
            Insert(conflict, row);
        }

        WriteFold(request);
        foreach (var row in request.Quarantine)
        {
            quarantine.Bind(1, row.Connector).Bind(2, row.Topic).Bind(3, row.Payload.Span).Bind(4, row.Code).Bind(5, row.Reason)
                .Bind(6, row.ReceivedAt.UnixMilliseconds).Run();
        }

        foreach (var row in request.Unmatched)
        {
            unmatched.Bind(1, row.Connector).Bind(2, row.Topic).Bind(3, row.Count).Bind(4, row.LastPayload.Span).Bind(5, row.LastAt.UnixMilliseconds).Run();
        }

        foreach (var row in request.State)
        {
            Apply(row);
        }
    }

    public void Dispose()
    {
        foreach (var statement in (Statement[])[begin, commit, reading, conflict, source, hour, day, fold, forgetFinding, finding, forgetUnsettled, unsettled, quarantine, unmatched, setState, removeState])
        {
            statement.Dispose();
        }
    }

    private static void Insert(Statement statement, ReadingRow row) =>
        statement.Bind(1, row.Source).Bind(2, row.At.UnixMilliseconds).Bind(3, row.Value.Nano).Bind(4, row.ReceivedAt.UnixMilliseconds).Bind(5, row.Origin).Run();

    private void Insert(SourceRow row) =>
        source.Bind(1, row.No).Bind(2, row.Id).Bind(3, row.Connector).Bind(4, row.Profile).Bind(5, row.Topic).Bind(6, row.Metric)
            .Bind(7, row.Kind.ToString()).Bind(8, row.Direction.ToString()).Bind(9, row.Channel).Bind(10, row.Measure)
            .Bind(11, row.FirstSeenAt.UnixMilliseconds).Bind(12, row.Factor.ToString(CultureInfo.InvariantCulture)).Run();

    private void Insert(FoldRow row)
    {
        var state = row.State;
        fold.Bind(1, row.Source).Bind(2, row.ThroughAt.UnixMilliseconds)
            .Bind(3, state.Reference?.At.UnixMilliseconds).Bind(4, state.Reference?.Value.Nano)
            .Bind(5, state.Before?.At.UnixMilliseconds).Bind(6, state.Before?.Value.Nano)
            .Bind(7, state.Earlier?.At.UnixMilliseconds).Bind(8, state.Earlier?.Value.Nano)
            .Bind(9, (int)state.LastMarks)
            .Bind(10, state.Open?.Reading.At.UnixMilliseconds).Bind(11, state.Open?.Reading.Value.Nano).Bind(12, state.Open is { } open ? open.IsHigh ? 1L : 0L : null)
            .Bind(13, state.Settling).Bind(14, row.UnsettledSince?.UnixMilliseconds)
            .Bind(15, state.Shown?.Nano)
            .Bind(16, state.Left?.From.At.UnixMilliseconds).Bind(17, state.Left?.From.Value.Nano)
            .Bind(18, state.Left?.High.At.UnixMilliseconds).Bind(19, state.Left?.High.Value.Nano).Run();
    }

    /// <summary>Changes of one day mostly stand together, so that a day is written once for all of them.</summary>
    private void WriteHours(List<HourRow> rows)
    {
        var (source, block, sum) = (0, 0L, default(HourCell));
        foreach (var row in rows)
        {
            Add(hour, row.Source, row.Hour.Index, row.Cell);
            var next = HourBlock.Of(row.Hour);
            if (row.Source == source && next == block)
            {
                sum += row.Cell;
                continue;
            }

            if (source != 0)
            {
                Add(day, source, block, sum);
            }

            (source, block, sum) = (row.Source, next, row.Cell);
        }

        if (source != 0)
        {
            Add(day, source, block, sum);
        }
    }

    private static void Add(Statement statement, int source, long index, HourCell cell) => statement
        .Bind(1, source).Bind(2, index).Bind(3, cell.Amount.Micro).Bind(4, cell.CoveredMilliseconds)
        .Bind(5, cell.EstimatedMilliseconds).Bind(6, cell.SuspectMilliseconds).Run();

    private void WriteFold(CommitRequest request)
    {
        WriteHours(request.Hours);
        foreach (var row in request.Folds)
        {
            Insert(row);
        }

        foreach (var row in request.GoneFindings)
        {
            forgetFinding.Bind(1, row.Source).Bind(2, row.Interval.Start.UnixMilliseconds).Bind(3, row.Interval.End.UnixMilliseconds).Run();
        }

        foreach (var row in request.Findings)
        {
            finding.Bind(1, row.Source).Bind(2, row.Interval.Start.UnixMilliseconds).Bind(3, row.Interval.End.UnixMilliseconds)
                .Bind(4, row.Interval.Amount.Micro).Bind(5, (int)row.Interval.Marks).Run();
        }

        foreach (var (source, spans) in request.Unsettled)
        {
            forgetUnsettled.Bind(1, source).Run();
            foreach (var span in spans)
            {
                unsettled.Bind(1, source).Bind(2, span.Start.UnixMilliseconds).Bind(3, span.End.UnixMilliseconds).Run();
            }
        }
    }

    private void Apply(StateRow row)
    {
        if (row.Value is { } value)
        {
            setState.Bind(1, row.Connector).Bind(2, row.Key).Bind(3, value).Run();
        }
        else
        {
            removeState.Bind(1, row.Connector).Bind(2, row.Key).Run();
        }
    }
}
