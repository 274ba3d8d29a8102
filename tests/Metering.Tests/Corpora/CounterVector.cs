using System.Globalization;
using System.Text.Json;
using EmulationPlatform.Sdk;

namespace EmulationPlatform.Metering.Tests.Corpora;

/// <summary>
/// One case of tests/corpora/counter-vectors.json: published readings of other systems, and what a meter truly counted
/// (<c>truth</c>). Only facts of the meter are taken from its parameters, never the other system's policy.
/// </summary>
internal sealed class CounterVector
{
    private CounterVector(JsonElement vector)
    {
        var parameters = vector.GetProperty("parameters");
        var readings = Sent(vector.GetProperty("input"), parameters);
        Id = vector.GetProperty("id").GetString()!;
        Readings = IsIntervalData(parameters) ? AddedUp(vector.GetProperty("input"), readings) : readings;
        CountsPerMeasure = parameters.TryGetProperty("unit", out var unit) && unit.GetString() == "Wh" ? 1_000m : 1m;
        Rules = new SourceRules(1m / CountsPerMeasure)
        {
            RegisterWidth = Optional(parameters, "modulus"),
            MaxRatePerHour = Optional(parameters, "max_kw"),
            Events = new EventTimeline(Events(parameters)),
        };
        Judge(vector);
    }

    public static IReadOnlyDictionary<string, CounterVector> All { get; } = Load();

    public string Id { get; }

    /// <summary>In order of time; of two at the same moment the first that was sent.</summary>
    public IReadOnlyList<MeterReading> Readings { get; }

    public SourceRules Rules { get; }

    /// <summary>1000 where the vector counts in Wh and we in kWh.</summary>
    public decimal CountsPerMeasure { get; }

    /// <summary>In the vector's own measure; null where nobody can say.</summary>
    public decimal? TrueTotal { get; private set; }

    /// <summary>Start of each period and its true amount; empty when only the total is given.</summary>
    public IReadOnlyList<(Instant Start, decimal Amount)> Periods { get; private set; } = [];

    public override string ToString() => Id;

    private static Dictionary<string, CounterVector> Load()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "corpora", "counter-vectors.json")));
        return file.RootElement.GetProperty("vectors").EnumerateArray().Select(vector => new CounterVector(vector)).ToDictionary(vector => vector.Id, StringComparer.Ordinal);
    }

    private static Instant Time(string text) =>
        Instant.From(DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal));

    private static decimal? Optional(JsonElement parameters, string name) =>
        parameters.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDecimal() : null;

    private static bool IsIntervalData(JsonElement parameters) => parameters.TryGetProperty("cumulative", out var cumulative) && !cumulative.GetBoolean();

    /// <summary>NaN, Infinity and "unavailable" stand as text and are no readings.</summary>
    private static List<MeterReading> Sent(JsonElement input, JsonElement parameters)
    {
        var readings = new SortedList<Instant, MeterReading>();
        foreach (var row in input.EnumerateArray().Where(row => row.GetProperty("value").ValueKind == JsonValueKind.Number))
        {
            var at = Time(row.GetProperty("t").GetString()!);
            readings.TryAdd(at, new(at, RegisterValue.From(row.GetProperty("value").GetDecimal())));
        }

        // What the register showed at the start of the window, where that is known.
        if (Optional(parameters, "reading_before") is { } before && Time(parameters.GetProperty("period_start").GetString()!) is var start)
        {
            readings.TryAdd(start, new(start, RegisterValue.From(before)));
        }

        return [.. readings.Values];
    }

    /// <summary>The register that would have shown such amounts.</summary>
    private static List<MeterReading> AddedUp(JsonElement input, List<MeterReading> amounts)
    {
        var begin = input.EnumerateArray().Min(row => Time(row.GetProperty("start").GetString()!));
        var register = new List<MeterReading> { new(begin, default) };
        foreach (var amount in amounts)
        {
            register.Add(new(amount.At, new RegisterValue(register[^1].Value.Nano + amount.Value.Nano)));
        }

        return register;
    }

    private static IEnumerable<SourceEvent> Events(JsonElement parameters)
    {
        var replacements = parameters.TryGetProperty("events", out var events) ? events.EnumerateArray() : default;
        var corrections = parameters.TryGetProperty("corrections", out var corrected) ? corrected.EnumerateArray() : default;
        foreach (var entry in replacements)
        {
            Assert.Equal("replacement", entry.GetProperty("type").GetString());
            yield return new SourceEvent(1, SourceEventKind.Replacement, Time(entry.GetProperty("t").GetString()!))
            {
                OldFinal = RegisterValue.From(entry.GetProperty("old_final").GetDecimal()),
                NewInitial = RegisterValue.From(entry.GetProperty("new_initial").GetDecimal()),
            };
        }

        foreach (var entry in corrections)
        {
            yield return new SourceEvent(2, SourceEventKind.Corrected, Time(entry.GetProperty("t").GetString()!))
            {
                Value = RegisterValue.From(entry.GetProperty("value").GetDecimal()),
            };
        }
    }

    /// <summary>Periods begin where the other system's do; amounts are the true ones, or the expected ones of our own rules.</summary>
    private void Judge(JsonElement vector)
    {
        var (truth, expected) = (vector.GetProperty("truth"), vector.GetProperty("expected"));
        if (truth.ValueKind == JsonValueKind.Null)
        {
            return;
        }

        TrueTotal = truth.GetProperty("total").GetDecimal();
        if (!expected.TryGetProperty("periods", out var periods))
        {
            return;
        }

        var amounts = truth.TryGetProperty("periods", out var trueAmounts)
            ? trueAmounts.EnumerateArray().Select(amount => amount.GetDecimal())
            : vector.GetProperty("parameters").GetProperty("policy").GetString() == "proposed.v1" ? periods.EnumerateArray().Select(period => period.GetProperty("consumption").GetDecimal()) : [];
        Periods = [.. periods.EnumerateArray().Select(period => Time(period.GetProperty("start").GetString()!)).Zip(amounts)];
    }
}
