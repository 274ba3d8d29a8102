using System.Runtime.Versioning;
using System.Security.Cryptography;
using EmulationPlatform.Storage.Audit;
using EmulationPlatform.Storage.Tables;
using EmulationPlatform.Storage.Tests.Audit;
using Microsoft.Data.Sqlite;

namespace EmulationPlatform.Storage.Tests.Movement;

public sealed class SnapshotSignatureTests
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    [Fact]
    public async Task Given_signed_results_When_verified_with_the_key_of_after_a_restart_Then_all_is_well_and_any_program_agrees()
    {
        await using var test = await SomeEntries.NewAsync();
        await TakeAsync(test, 2);
        test.Reopen();
        using var signer = SnapshotSigner.Open(test.Options.DataFolder);

        Assert.Empty(Problems(test, signer.PublicKeyPem));

        var (signature, row) = test.Database.Read(connection => (SnapshotSignatureTable.Find(connection, 2)!, SnapshotTable.Find(connection, 2)!));
        using var anyProgram = ECDsa.Create();
        anyProgram.ImportFromPem(signer.PublicKeyPem);
        Assert.True(anyProgram.VerifyHash(Convert.FromHexString(row.Hash), signature.Signature, DSASignatureFormat.Rfc3279DerSequence));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(anyProgram.ExportSubjectPublicKeyInfo())), signature.Key);
        Assert.Equal([1, 2], test.Database.Read(SnapshotSignatureTable.All).Select(signed => signed.Snapshot));
    }

    [SkippableFact]
    [UnsupportedOSPlatform("windows")]
    public async Task Given_a_new_folder_When_the_key_is_made_Then_only_its_owner_can_read_it_also_after_somebody_opened_it_to_others()
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows has no such modes.");
        await using var test = await SomeEntries.NewAsync();
        var path = SnapshotSigner.PathIn(test.Options.DataFolder);
        using var first = SnapshotSigner.Open(test.Options.DataFolder);

        Assert.Equal((OwnerOnly, OwnerOnly | UnixFileMode.UserExecute), (File.GetUnixFileMode(path), File.GetUnixFileMode(Path.GetDirectoryName(path)!)));
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(path)!));
        File.SetUnixFileMode(path, OwnerOnly | UnixFileMode.OtherRead);
        using var second = SnapshotSigner.Open(test.Options.DataFolder);
        Assert.Equal((OwnerOnly, first.Fingerprint), (File.GetUnixFileMode(path), second.Fingerprint));
        Assert.DoesNotContain("PRIVATE", second.PublicKeyPem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n")]
    [InlineData(null)]
    public async Task Given_a_file_that_is_no_such_key_When_opened_Then_it_is_refused_with_a_way_out_and_left(string? content)
    {
        await using var test = await SomeEntries.NewAsync();
        var path = SnapshotSigner.PathIn(test.Options.DataFolder);
        using var otherCurve = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        content ??= otherCurve.ExportPkcs8PrivateKeyPem();
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path, content);

        var refused = Assert.Throws<InvalidOperationException>(() => SnapshotSigner.Open(test.Options.DataFolder));

        Assert.Contains("move it away", refused.Message, StringComparison.Ordinal);
        Assert.Equal(content, await File.ReadAllTextAsync(path));
    }

    [Theory]
    [InlineData("DELETE FROM snapshot_signature WHERE snapshot = 2", "SignatureMissing 2")]
    [InlineData("UPDATE snapshot SET hash = zeroblob(32) WHERE no = 1", "SignatureDiffers 1")]
    [InlineData("UPDATE snapshot_signature SET signature = (SELECT signature FROM snapshot_signature WHERE snapshot = 1) WHERE snapshot = 3", "SignatureDiffers 3")]
    [InlineData("UPDATE snapshot_signature SET signature = x'00' WHERE snapshot = 2", "SignatureDiffers 2")]
    [InlineData("UPDATE snapshot_signature SET key = 'x' WHERE snapshot = 3", "KeyUnknown 3")]
    [InlineData("DELETE FROM snapshot_signing; DELETE FROM snapshot_signature WHERE snapshot = 1", "SignatureMissing 1")]
    public async Task Given_signed_results_When_forged_behind_the_guards_Then_verify_names_them(string sql, string expected)
    {
        await using var test = await SomeEntries.NewAsync();
        await TakeAsync(test, 3);
        using var signer = SnapshotSigner.Open(test.Options.DataFolder);

        await test.ForgeAsync(sql);

        Assert.Equal(expected, string.Join(", ", Problems(test, signer.PublicKeyPem)));
    }

    [Fact]
    public async Task Given_results_from_before_signatures_When_the_database_is_brought_up_to_date_Then_only_later_ones_need_one()
    {
        var folder = Directory.CreateTempSubdirectory("unsigned-").FullName;
        using var signer = SnapshotSigner.Open(folder);
        await using (var old = new SqliteConnection($"Data Source={Path.Combine(folder, "emulation.db")};Pooling=False"))
        {
            await old.OpenAsync();
            foreach (var script in Scripts().Take(5))
            {
                AuditLog.Run(old, script);
            }

            AuditLog.Run(old, "INSERT INTO snapshot VALUES (1, 'vi-du', '2026', 0, 'vp', 'x', '{}', NULL, zeroblob(32)), (2, 'vi-du', '2027', 0, 'vp', 'x', '{}', NULL, zeroblob(32)); PRAGMA user_version=5");
        }

        await using (var test = await TestDatabase.NewAsync(folder))
        {
            Assert.Empty(Problems(test, signer.PublicKeyPem));
            await test.Database.WriteAsync(connection => SnapshotTable.Add(connection, New("2028", null)));
            Assert.Equal(["SignatureMissing 3"], Problems(test, signer.PublicKeyPem));
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Given_a_key_that_was_lost_When_a_new_one_signs_Then_both_keys_together_verify_and_the_new_one_alone_does_not()
    {
        await using var test = await SomeEntries.NewAsync();
        await TakeAsync(test, 1);
        using var lost = SnapshotSigner.Open(test.Options.DataFolder);
        File.Delete(SnapshotSigner.PathIn(test.Options.DataFolder));
        await TakeAsync(test, 1);
        using var made = SnapshotSigner.Open(test.Options.DataFolder);

        Assert.Equal(["KeyUnknown 1"], Problems(test, made.PublicKeyPem));
        Assert.Empty(Problems(test, lost.PublicKeyPem + "\n" + made.PublicKeyPem));
        Assert.Throws<ArgumentException>(() => Problems(test, "no key"));
    }

    [Theory]
    [InlineData("UPDATE snapshot_signature SET signature = x'00'")]
    [InlineData("DELETE FROM snapshot_signature")]
    [InlineData("INSERT OR REPLACE INTO snapshot_signature SELECT snapshot, key, x'00' FROM snapshot_signature")]
    [InlineData("UPDATE snapshot_signing SET first_no = 99")]
    [InlineData("DELETE FROM snapshot_signing")]
    [InlineData("INSERT OR REPLACE INTO snapshot_signing VALUES (1, 99)")]
    public async Task Given_a_signed_result_When_somebody_tries_to_change_its_signature_Then_the_database_refuses(string sql)
    {
        await using var test = await SomeEntries.NewAsync();
        await TakeAsync(test, 1);
        using var signer = SnapshotSigner.Open(test.Options.DataFolder);

        Assert.Matches("signed once|signatures are needed", await test.RefusalAsync(sql));

        Assert.Empty(Problems(test, signer.PublicKeyPem));
    }

    [Fact]
    public async Task Given_a_result_that_does_not_exist_When_signed_Then_it_is_refused()
    {
        await using var test = await SomeEntries.NewAsync();
        using var signer = SnapshotSigner.Open(test.Options.DataFolder);

        await Assert.ThrowsAsync<InvalidOperationException>(() => SignAsync(test, 7, signer));
        await TakeAsync(test, 1);
        await Assert.ThrowsAsync<SqliteException>(() => SignAsync(test, 1, signer));
    }

    private static async Task TakeAsync(TestDatabase test, int results)
    {
        using var signer = SnapshotSigner.Open(test.Options.DataFolder);
        for (var i = 0; i < results; i++)
        {
            await test.Database.WriteAsync(connection =>
            {
                var no = SnapshotTable.Add(connection, New("2026", SnapshotTable.InForce(connection, "vi-du", "2026")?.No));
                SnapshotSignatureTable.Add(connection, no, signer);
                return no;
            });
        }
    }

    private static NewSnapshot New(string period, long? replaces) => new()
    {
        Movement = "vi-du", Period = period, TakenAt = SomeEntries.At, Author = "vp", Reason = "Quyết định 12", Board = """{"units":[]}""", Replaces = replaces,
    };

    private static IEnumerable<string> Scripts()
    {
        var assembly = typeof(Database).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.EndsWith(".sql", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return reader.ReadToEnd();
        }
    }

    private static Task<int> SignAsync(TestDatabase test, long no, SnapshotSigner signer) => test.Database.WriteAsync(connection =>
    {
        SnapshotSignatureTable.Add(connection, no, signer);
        return 0;
    });

    private static List<string> Problems(TestDatabase test, string publicKeyPem) =>
        [.. test.Database.Read(connection => SnapshotSignatureTable.Verify(connection, publicKeyPem)).Select(problem => $"{problem.What} {problem.No}")];
}
