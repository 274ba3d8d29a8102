using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.Audit;
using FsCheck;
using FsCheck.Fluent;

namespace EmulationPlatform.Storage.Tests.Audit;

/// <summary>Laws of the chain, for any texts that can be stored.</summary>
public sealed class AuditProperties
{
    private static readonly Gen<string> Texts = ArbMap.Default.GeneratorFor<UnicodeString>()
        .Select(text => text.Get ?? "").Where(text => text.EnumerateRunes().All(rune => rune.Value is not (0 or 0xFFFD)));

    private static readonly Gen<AuditEntry> Entries =
        from at in ArbMap.Default.GeneratorFor<long>()
        from texts in Texts.ArrayOf(4)
        from before in Gen.OneOf(Texts, Gen.Constant<string>(null!))
        from after in Gen.OneOf(Texts, Gen.Constant<string>(null!))
        select new AuditEntry { At = new Instant(at), Author = texts[0], Act = texts[1], Subject = texts[2], Reason = texts[3], Before = before, After = after };

    [Fact]
    public async Task Given_any_sequence_of_entries_When_appended_Then_it_verifies_and_gives_them_back()
    {
        await using var test = await TestDatabase.NewAsync();
        test.KeepHead();

        Prop.ForAll(Entries.ArrayOf().ToArbitrary(), entries =>
        {
            test.Database.WriteAsync(connection => Array.ForEach(entries, entry => AuditTable.Append(connection, entry))).Wait(TimeSpan.FromSeconds(20));
            var newest = test.Database.Read(connection => AuditTable.Page(connection, null, entries.Length, null, null));
            return newest.Select(row => row.Entry).Reverse().SequenceEqual(entries) && test.Differences().Count == 0 && test.KeepHead() is null;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }
}
