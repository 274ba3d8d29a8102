using System.Text.Json;
using EmulationPlatform.Sdk;

namespace EmulationPlatform.Metering.Tests.Corpora;

/// <summary>Two counter readings of a printer as tests/corpora/printers/deltas.json judges them.</summary>
public sealed class PrinterDeltaTests
{
    private const decimal WidthOfPageCounters = 16_777_216m;

    private static readonly Dictionary<string, JsonElement> Cases = Load();

    public static TheoryData<string> Ids => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Given_two_page_counts_When_folded_Then_pages_are_counted_or_the_time_is_not_covered(string id)
    {
        var intervals = Fold.Of(Readings(Cases[id]), Rules(id)).Intervals;

        if (Cases[id].GetProperty("expected").GetProperty("pages") is { ValueKind: JsonValueKind.Number } pages)
        {
            Assert.True(Assert.Single(intervals).IsCovered);
            Assert.Equal(pages.GetDecimal(), intervals[0].Amount.ToDecimal());
        }
        else
        {
            Assert.All(intervals, interval => Assert.Equal((Amount.Zero, false), (interval.Amount, interval.IsCovered)));
        }
    }

    [Fact]
    public void Given_another_board_When_pages_follow_Then_they_count_from_its_first_reading_on()
    {
        var swap = Readings(Cases["formatter-swap"]);

        var intervals = Fold.Of([.. swap, new(swap[1].At.Plus(TimeSpan.FromHours(1)), RegisterValue.From(40))], Rules("formatter-swap")).Intervals;

        Assert.Equal([(0m, false), (28m, true)], intervals.Select(interval => (interval.Amount.ToDecimal(), interval.IsCovered)));
    }

    [Fact]
    public void Given_a_printer_that_slept_When_it_answers_again_Then_the_difference_spans_the_pause()
    {
        var before = Readings(Cases["asleep"])[0];

        var interval = Assert.Single(Fold.Of([before, new(before.At.Plus(TimeSpan.FromDays(3)), RegisterValue.From(1_060))], Rules("asleep")).Intervals);

        Assert.Equal((60m, true), (interval.Amount.ToDecimal(), interval.IsCovered));
    }

    /// <summary>Counters survive in memory written every ten impressions, and another board has another count.</summary>
    private static SourceRules Rules(string id) => new(1m)
    {
        RestartsAtZero = false,
        Jitter = RegisterValue.From(9),
        RegisterWidth = id == "wrap-24" ? WidthOfPageCounters : null,
    };

    /// <summary>Another serial number is another source; what does not answer has no reading.</summary>
    private static List<MeterReading> Readings(JsonElement pair)
    {
        var (previous, current) = (pair.GetProperty("previous"), pair.GetProperty("current"));
        var first = Fold.Reading(0, previous.GetProperty("total").GetDecimal());
        return current.ValueKind == JsonValueKind.Null || current.GetProperty("serial").GetString() != previous.GetProperty("serial").GetString()
            ? [first]
            : [first, Fold.Reading(60, current.GetProperty("total").GetDecimal())];
    }

    private static Dictionary<string, JsonElement> Load()
    {
        var file = JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "corpora", "deltas.json")));
        return file.GetProperty("cases").EnumerateArray().ToDictionary(pair => pair.GetProperty("id").GetString()!, StringComparer.Ordinal);
    }
}
