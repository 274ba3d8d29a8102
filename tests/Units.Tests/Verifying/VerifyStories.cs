using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.Audit;
using EmulationPlatform.Storage.ReadingLog;
using EmulationPlatform.Units.Facilities;
using EmulationPlatform.Units.Tests.Facilities;
using EmulationPlatform.Units.Tests.Support;
using EmulationPlatform.Units.Verifying;
using Microsoft.Data.Sqlite;

namespace EmulationPlatform.Units.Tests.Verifying;

/// <summary>What another program changes behind the host's back is named, also where no reading tells of it.</summary>
public sealed class VerifyStories : FacilitiesStory
{
    private const string Sum = "virtual-tong";

    [Fact]
    public async Task Given_every_kind_of_act_When_verified_Then_all_is_as_the_audit_log_tells()
    {
        await ActAsync();

        Assert.Empty((await VerifyAsync()).Differences);
        await Test.RestartAsync();
        Assert.Empty((await VerifyAsync()).Differences);
        Assert.Empty(Alone().Differences);
    }

    [Theory]
    [InlineData("source_event_is_fixed", "UPDATE source_event SET author = 'nobody' WHERE no = 1", "event/1: author is stored as 'nobody'", "says 'lan'")]
    [InlineData("source_event_is_fixed", "UPDATE source_event SET reason = 'other' WHERE no = 1", "event/1: reason is stored as other", "says misread")]
    [InlineData("source_event_is_fixed", "UPDATE source_event SET entered_at = entered_at - 86400000 WHERE no = 1", "event/1: time is stored as", "audit log")]
    [InlineData("source_event_undo_is_kept", "DELETE FROM source_event_undo", "event/2 holds", "lan took it back")]
    [InlineData(null, "UPDATE baseline_decision SET author = 'nobody' WHERE version = 1", "version 1, decision: author is stored as 'nobody'", "says 'head'")]
    [InlineData(null, "UPDATE baseline_decision SET approved = 1 WHERE version = 2", "version 2, decision is stored as approved", "baseline.refused")]
    [InlineData(null, "UPDATE baseline_version SET months = replace(months, '10000000', '11000000') WHERE no = 1", "version 1: months is stored as [11,", "says [10,")]
    [InlineData(null, "DELETE FROM assignment WHERE source = 1", "units is stored as []", "unit mot")]
    [InlineData(null, "UPDATE source SET factor = '7' WHERE no = 1", "factor is stored as 7", "says 1")]
    [InlineData(null, "UPDATE source SET factor = '7' WHERE no = 2", "its settings are not those of a new source")]
    [InlineData(null, "INSERT INTO assignment (source, unit) VALUES (2, 'hai')", "it counts for hai", "who assigned it")]
    [InlineData(null, "UPDATE virtual_term SET coefficient = '-2' WHERE coefficient = '-1'", "virtual-tong: it is made of", "-1 × ")]
    [InlineData(null, "UPDATE unit SET peer_group = 'z' WHERE id = 'mot'", "Unit mot: group is stored as z", "says a")]
    [InlineData("conflict_no_delete", "DELETE FROM conflict", "1 readings that contradicted others were kept, 0 are stored")]
    [InlineData("conflict_no_update", "UPDATE conflict SET value = value + 1000000", "is not stored as it came")]
    public async Task Given_what_people_did_was_changed_behind_the_hosts_back_When_verified_Then_it_is_said_exactly(string? guard, string sql, params string[] named)
    {
        await ActAsync();

        await Test.RestartAsync(connection => Forge(connection, guard, sql));

        var result = await VerifyAsync();
        Assert.Contains(result.Differences, difference => named.All(words => difference.Contains(words, StringComparison.Ordinal)));
    }

    /// <summary>A guard is put back afterwards, so that the schema does not tell of it.</summary>
    private static void Forge(SqliteConnection connection, string? guard, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT sql FROM sqlite_master WHERE name = '{guard}'";
        var made = (string?)command.ExecuteScalar();
        command.CommandText = guard is null ? sql : $"DROP TRIGGER {guard}; {sql}; {made}";
        command.ExecuteNonQuery();
    }

    private async Task ActAsync()
    {
        await ShowsAsync(100, 110, 120, 130);
        await Test.SendAsync("m/2", At(0), 5);
        await Test.SendAsync("m/2", At(1), 6);
        await Test.SendAsync(Meter, At(2), 125);
        await EnterAsync(new EventEntry(SourceEventKind.Corrected, At(1), "misread") { Value = 111 });
        await UndoAsync(await EnterAsync(new EventEntry(SourceEventKind.Outage, At(2), "no power") { Until = At(3) }));
        var first = await Desk.ProposeBaselineAsync(Baseline(10), "from bills", Author, approve: false, default).InTimeAsync();
        await Desk.DecideBaselineAsync(first, true, "checked", "head", default).InTimeAsync();
        var second = await Desk.ProposeBaselineAsync(Baseline(20), "mended", Author, approve: false, default).InTimeAsync();
        await Desk.DecideBaselineAsync(second, false, "no document", "head", default).InTimeAsync();
        var terms = new[] { KeyValuePair.Create(Id, 1m), KeyValuePair.Create(Some.Meter("m/2").Id, -1m) };
        Assert.True((await Desk.AddVirtualAsync(new VirtualSource(Sum, "electricity", "Tổng", terms, "the rest"), Author, default).InTimeAsync()).IsDone);
        await Test.SendAsync("m/3", At(0), 5);
        await Test.PutAsync("m/3", Some.NoChange with { Label = "Chung", Sharing = new Sharing(ShareKey.Fixed, [new(Unit, 1m), new("hai", 2.50m)], "agreed") });
    }

    private Task<VerifyResult> VerifyAsync()
    {
        // The host writes it once a second.
        Test.Database.Read(connection => AuditHead.Write(connection, Test.Database.Folder));
        return Test.Agency.Verification.RunAsync((_, _) => { }, default).InTimeAsync();
    }

    private VerifyResult Alone() => VerifyDesk.RunAlone(Test.Setup, (_, _) => { }, default);
}
