using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.ReadingLog;
using EmulationPlatform.Units.Importing;
using EmulationPlatform.Units.Tests.Support;

namespace EmulationPlatform.Units.Tests.Importing;

/// <summary>What an import compares its rows with is what is stored, in whatever order the rows come.</summary>
public sealed class StoredValuesTests
{
    private const int Stored = 3_000;

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    [InlineData(7)]
    [InlineData(1_023)]
    public async Task Given_stored_readings_When_asked_for_moments_in_any_order_Then_each_is_answered_as_stored(int step)
    {
        await using var test = await TestAgency.StartAsync();
        await StoreAsync(test, source: 1);
        await StoreAsync(test, source: 2);
        var values = new StoredValues(test.Database);

        for (var turn = 0L; turn < Stored; turn++)
        {
            var at = (((turn * step) % Stored) + Stored) % Stored;
            foreach (var source in (int[])[1, 2])
            {
                Assert.Equal(Value(source, at), values.At(source, new Instant(at * 10)));
                Assert.Null(values.At(source, new Instant((at * 10) + 1)));
            }
        }

        Assert.Null(values.At(1, new Instant(Stored * 20)));
        Assert.Null(values.At(3, new Instant(0)));
    }

    private static RegisterValue Value(int source, long at) => new((at * 1_000) + source);

    private static async Task StoreAsync(TestAgency test, int source)
    {
        var request = new CommitRequest();
        request.NewSources.Add(new SourceRow(
            source, $"m{source}", "test", "plain", $"m{source}", "electricity", SourceKind.Counter, FlowDirection.Import, null, "kWh", new Instant(0)));
        request.Readings.AddRange(Enumerable.Range(0, Stored).Select(at => new ReadingRow(source, new Instant(at * 10), Value(source, at), new Instant(0), 1)));
        test.Database.Enqueue(request);
        Assert.True(await request.Settled);
    }
}
