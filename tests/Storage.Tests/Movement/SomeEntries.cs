using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.Evidence;
using EmulationPlatform.Storage.Records;
using EmulationPlatform.Storage.Tables;
using EmulationPlatform.Storage.Tests.Audit;
using Microsoft.Data.Sqlite;

namespace EmulationPlatform.Storage.Tests.Movement;

/// <summary>A database with one unit and two files of evidence, and what people enter into it.</summary>
internal static class SomeEntries
{
    public const string Unit = "van-phong";

    public static Instant At { get; } = new(1_790_000_000_123);

    public static string Photo { get; } = new('a', 64);

    public static string Minutes { get; } = new('b', 64);

    public static StoredDeclaration Declaration { get; } = new()
    {
        Unit = Unit, Figure = "digitalization.internal-dossiers", Period = "2026", Kind = "Declared", Author = "an", At = At,
    };

    public static StoredAppeal Appeal { get; } = new() { Unit = Unit, Target = "S0-23", Period = "2026-Q3", Reason = "Chưa tính biên bản thay máy in", Author = "an", At = At };

    public static async Task<TestDatabase> NewAsync()
    {
        var test = await TestDatabase.NewAsync();
        await test.Database.WriteAsync(connection =>
        {
            UnitTable.Put(connection, new UnitRecord(Unit, new("Văn phòng", "Office"), "nhom-a", [], []));
            EvidenceTable.Add(connection, new EvidenceOutcome.Stored(Photo, "image/jpeg", 9), "anh.jpg", "an", At);
            EvidenceTable.Add(connection, new EvidenceOutcome.Stored(Minutes, "application/pdf", 9), "bien-ban.pdf", "an", At);
            return 0;
        });
        return test;
    }

    public static Task<long> AddAsync(this TestDatabase test, StoredDeclaration entry) => test.Database.WriteAsync(connection => DeclarationTable.Add(connection, entry));

    public static Task<long> AddAsync(this TestDatabase test, StoredAppeal appeal) => test.Database.WriteAsync(connection => AppealTable.Add(connection, appeal));

    public static Task<long> AddAsync(this TestDatabase test, StoredChoice choice) => test.Database.WriteAsync(connection => PlanChoiceTable.Add(connection, choice));

    /// <summary>What the database says to somebody who goes around the tables.</summary>
    public static async Task<string> RefusalAsync(this TestDatabase test, string sql) =>
        (await Assert.ThrowsAsync<SqliteException>(() => test.Database.WriteAsync(connection => AuditLog.Run(connection, sql)))).Message;
}
