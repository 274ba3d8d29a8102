using EmulationPlatform.Sdk;
using EmulationPlatform.Units.Tests.Support;
using EmulationPlatform.Units.Views;

namespace EmulationPlatform.Units.Tests.Agencies;

public sealed class PostingTests
{
    private const string Meter = "m/1";

    [Fact]
    public async Task Given_readings_of_every_kind_When_posted_Then_each_is_counted_or_named_by_its_place()
    {
        await using var test = await TestAgency.StartAsync();
        await test.SendAsync(Meter, Some.Local(7, 31, 8), 100);
        var id = Some.Meter(Meter).Id;

        var result = await test.Agency.PostReadingsAsync(
        [
            new PostedReading(id, Some.Local(7, 31, 9), 101, null),
            new PostedReading("unknown", Some.Local(7, 31, 9), 101, null),
            new PostedReading(id, Some.Local(7, 31, 8), 100, null),
            new PostedReading(id, Some.Local(7, 31, 8), 99, null),
            new PostedReading(id, Some.Local(7, 31, 13), 200, null),
            new PostedReading(id, Some.Local(7, 31, 7), 9.3e9m, null),
            new PostedReading(id, null, null, "What is this?"),
            new PostedReading(id, Some.Local(7, 31, 7), 99, null),
            new PostedReading(id, Some.Local(7, 31, 7), 99, null),
        ],
        "who", default).InTimeAsync();

        Assert.Equal((2, 2, 1), (result.Accepted, result.Duplicates, result.Conflicts));
        Assert.Equal([1, 4, 5, 6], result.Quarantined.Select(post => post.Index));
        Assert.All(result.Quarantined, post => Assert.NotEmpty(post.Reason));
        Assert.Equal([99m, 100m, 101m], test.Stored(Meter).Select(stored => stored.Reading.Value.ToDecimal()));
        Assert.Equal(4, (await test.Agency.QuarantineAsync(null, 100, default)).Count);
        Assert.Equal(1, (await test.Agency.SourceAsync(id, default))!.Conflicts);
    }

    [Fact]
    public async Task Given_a_value_too_great_for_the_sources_factor_When_posted_Then_it_is_quarantined_with_its_reason()
    {
        await using var test = await TestAgency.StartAsync();
        await test.SendAsync(Meter, Some.Local(7, 31, 8), 100);
        await test.PutAsync(Meter, Some.NoChange with { Factor = 1_000m });

        var result = await test.Agency.PostReadingsAsync([new PostedReading(Some.Meter(Meter).Id, Some.Local(7, 31, 9), 9e9m, null)], "who", default).InTimeAsync();

        Assert.Contains("factor", Assert.Single(result.Quarantined).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_nothing_When_posted_Then_nothing_is_answered()
    {
        await using var test = await TestAgency.StartAsync();

        var result = await test.Agency.PostReadingsAsync([], "who", default).InTimeAsync();

        Assert.Equal((0, 0, 0, 0), (result.Accepted, result.Duplicates, result.Conflicts, result.Quarantined.Count));
    }
}
