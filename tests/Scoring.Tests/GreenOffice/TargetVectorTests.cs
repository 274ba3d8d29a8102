using System.Globalization;
using System.Text.Json;
using EmulationPlatform.Modules.GreenOffice;
using EmulationPlatform.Sdk;

namespace EmulationPlatform.Scoring.Tests.GreenOffice;

/// <summary>Published cases of a saving target over incomplete months (tests/corpora/counter-vectors.json, <c>target_vectors</c>).</summary>
public sealed class TargetVectorTests
{
    private static readonly Dictionary<string, JsonElement> Vectors = Load();

    public static TheoryData<string> Ids => [.. Vectors.Keys];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Given_incomplete_months_When_compared_Then_both_sides_leave_them_out(string id)
    {
        var (vector, expected) = (Vectors[id], Vectors[id].GetProperty("expected"));
        var months = vector.GetProperty("input").EnumerateArray().Select(Month).ToArray();

        var result = new GreenOfficeModule().Indicators[0].Evaluate(new SomeFacts(months), AgencyCalendar.Vietnam.Year(2026), SomeFacts.AsOf);

        var target = result.Reference * (1m - (vector.GetProperty("parameters").GetProperty("reduction_percent").GetDecimal() / 100m));
        Assert.Equal((expected.GetProperty("current").GetDecimal(), expected.GetProperty("target").GetDecimal()), (result.Value, target));
        Assert.Equal(expected.GetProperty("meeting_target").GetBoolean(), result.Value <= target);
        Assert.True(result.Coverage < 1m);
    }

    /// <summary>A month the other system calls missing has an amount that stands for no known part of it: nothing of it is covered.</summary>
    private static MonthConsumption Month(JsonElement row)
    {
        var month = DateTime.ParseExact(row.GetProperty("month").GetString()!, "yyyy-MM", CultureInfo.InvariantCulture).Month;
        var previous = row.GetProperty("previous");
        return SomeFacts.Month(
            month,
            row.GetProperty("current").GetDecimal(),
            previous.ValueKind == JsonValueKind.Null || row.GetProperty("previous_missing").GetBoolean() ? null : previous.GetDecimal(),
            covered: row.GetProperty("current_missing").GetBoolean() ? 0m : 1m);
    }

    private static Dictionary<string, JsonElement> Load()
    {
        var file = JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "corpora", "counter-vectors.json")));
        return file.GetProperty("target_vectors").EnumerateArray().ToDictionary(vector => vector.GetProperty("id").GetString()!, StringComparer.Ordinal);
    }
}
