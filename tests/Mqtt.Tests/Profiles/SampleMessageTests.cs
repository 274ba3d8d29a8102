using System.Globalization;
using System.Text.Json;
using EmulationPlatform.Sdk;
using Microsoft.Extensions.Logging.Abstractions;

namespace EmulationPlatform.Connectors.Mqtt.Profiles;

public sealed class SampleMessageTests
{
    private static readonly Instant Arrival = Instant.From(new DateTimeOffset(2026, 10, 1, 8, 0, 0, TimeSpan.Zero));

    private static readonly ProfileLibrary Library = new(
        Path.Combine(AppContext.BaseDirectory, "profiles"), Path.Combine(AppContext.BaseDirectory, "site"), NullLogger.Instance);

    private static readonly ProfileEngine Engine = new(Library, AgencyCalendar.Vietnam);

    public static TheoryData<string> Ids => [.. SampleMessage.All.Keys];

    [Fact]
    public void Given_the_shipped_and_site_profiles_When_loaded_Then_none_has_a_mistake() => Assert.Empty(Library.Problems);

    [Fact]
    public void Given_the_samples_When_counted_Then_all_106_are_there_and_42_hold_nothing()
    {
        Assert.Equal(106, SampleMessage.All.Count);
        Assert.Equal(42, SampleMessage.All.Values.Count(sample => !sample.Expected.Any()));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Given_a_sample_When_read_Then_it_gives_exactly_the_expected_readings(string id)
    {
        var sample = SampleMessage.All[id];

        var result = Engine.Interpret(sample.Topic, sample.Payload, Arrival);

        Assert.Empty(result.Rejected);
        Assert.Equal(sample.Expected.Select(Describe).Order(StringComparer.Ordinal), result.Observations.Select(Describe).Order(StringComparer.Ordinal));
    }

    private static string Describe(Observation one) => string.Create(
        CultureInfo.InvariantCulture,
        $"{one.Source.Metric} {one.Source.Kind} {one.Source.Direction} [{one.Source.Channel}] {one.Value.ToDecimal():0.#########} {one.Source.Measure} at {one.At}");

    private static string Describe(JsonElement reading)
    {
        var value = decimal.Parse(reading.GetProperty("value").GetRawText(), NumberStyles.Float, CultureInfo.InvariantCulture);
        var kind = reading.GetProperty("kind").GetString() == "counter" ? SourceKind.Counter : SourceKind.Gauge;
        var direction = Enum.Parse<FlowDirection>(reading.GetProperty("direction").GetString() ?? "none", ignoreCase: true);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{reading.GetProperty("quantity").GetString()} {kind} {direction} [{reading.GetProperty("channel").GetString()}] {value:0.#########} {reading.GetProperty("unit").GetString()} at {TimeOf(reading)}");
    }

    private static Instant TimeOf(JsonElement reading)
    {
        if (reading.GetProperty("timestamp").GetString() is not { } text)
        {
            return Arrival;
        }

        return reading.GetProperty("timestamp_zone").GetString() == "site"
            ? AgencyCalendar.Vietnam.ToInstant(DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.None))
            : Instant.From(DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal));
    }
}
