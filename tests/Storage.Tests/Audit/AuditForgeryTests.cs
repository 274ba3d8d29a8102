using EmulationPlatform.Storage.Audit;

namespace EmulationPlatform.Storage.Tests.Audit;

public sealed class AuditForgeryTests
{
    /// <summary>Each with what must be found: the kinds of difference with the row's number, of a log of ten rows.</summary>
    public static TheoryData<string, string> Forgeries { get; } = new()
    {
        { "UPDATE audit SET reason = substr(reason, 1, length(reason) - 1) || 'x' WHERE no = 4", "HashDiffers 4" },
        { "UPDATE audit SET after = NULL WHERE no = 10", "HashDiffers 10" },
        { "UPDATE audit SET before = '' WHERE no = 4", "HashDiffers 4" },
        { "UPDATE audit SET at = at + 1 WHERE no = 1", "HashDiffers 1" },
        { "UPDATE audit SET at = at + 0.5 WHERE no = 1", "HashDiffers 1" },
        { "UPDATE audit SET author = author || char(0) || 'x' WHERE no = 6", "HashDiffers 6" },
        { "UPDATE audit SET act = act || substr(subject, 1, 1), subject = substr(subject, 2) WHERE no = 6", "HashDiffers 6" },
        { "UPDATE audit SET hash = zeroblob(32) WHERE no = 3", "HashDiffers 3, HashDiffers 4" },
        { "UPDATE audit SET hash = zeroblob(32) WHERE no = 10", "HashDiffers 10, HeadDiffers 10, FileDiffers 10" },
        { "DELETE FROM audit WHERE no = 5", "RowMissing 5" },
        { "DELETE FROM audit WHERE no BETWEEN 1 AND 4", "RowMissing 1" },
        { "DELETE FROM audit WHERE no IN (3, 7)", "RowMissing 3, RowMissing 7" },
        { "UPDATE audit SET no = 99 WHERE no = 3; UPDATE audit SET no = 3 WHERE no = 4; UPDATE audit SET no = 4 WHERE no = 99", "HashDiffers 3, HashDiffers 4, HashDiffers 5" },
        { "DELETE FROM audit WHERE no = 5; UPDATE audit SET no = no - 1 WHERE no > 5", "HashDiffers 5, HashDiffers 6, HashDiffers 7, HashDiffers 8, HashDiffers 9, TailCut 10, TailCut 10" },
        { "DELETE FROM audit WHERE no > 8", "TailCut 9, TailCut 10" },
        { "DELETE FROM audit WHERE no > 8; UPDATE audit_head SET last_no = 8, hash = (SELECT hash FROM audit WHERE no = 8)", "TailCut 10" },
        { "DELETE FROM audit; UPDATE audit_head SET last_no = 0, hash = zeroblob(32)", "TailCut 10" },
        { "DELETE FROM audit", "TailCut 1, TailCut 10" },
        { "DELETE FROM audit_head", "HeadDiffers 10" },
        { "INSERT INTO audit SELECT 0, at, author, act, subject, reason, before, after, hash FROM audit WHERE no = 1", "RowAdded 0" },
        { "INSERT INTO audit SELECT 11, at, author, act, subject, reason, before, after, hash FROM audit WHERE no = 1", "HashDiffers 11, HeadDiffers 10" },
    };

    [Theory]
    [MemberData(nameof(Forgeries))]
    public async Task Given_a_log_When_it_is_forged_behind_the_guards_Then_verify_names_the_rows(string sql, string expected)
    {
        await using var test = await TestDatabase.NewAsync();
        await test.AppendAsync(10);
        Assert.Equal(AuditDifference.FileMissing, test.KeepHead()?.What);
        Assert.Empty(test.Differences());

        await test.ForgeAsync(sql);

        Assert.Equal(expected, string.Join(", ", test.Differences().Select(difference => $"{difference.What} {difference.No}")));
    }

    [Fact]
    public async Task Given_a_cut_log_with_a_forged_head_When_it_grows_again_Then_the_head_file_stays_the_witness()
    {
        await using var test = await TestDatabase.NewAsync();
        await test.AppendAsync(10);
        test.KeepHead();
        await test.ForgeAsync("DELETE FROM audit WHERE no > 8; UPDATE audit_head SET last_no = 8, hash = (SELECT hash FROM audit WHERE no = 8)");

        Assert.Equal(AuditDifference.TailCut, test.KeepHead()?.What);
        await test.AppendAsync(5);

        Assert.Equal(AuditDifference.FileDiffers, test.KeepHead()?.What);
        Assert.Equal([(AuditDifference.FileDiffers, 10L)], test.Differences());
        Assert.Equal(10, AuditHead.Read(test.Options.DataFolder)?.No);
        test.Database.Read(connection =>
        {
            AuditHead.Renew(connection, test.Options.DataFolder);
            return true;
        });
        Assert.Empty(test.Differences());
    }
}
