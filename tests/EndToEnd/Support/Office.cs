using System.Globalization;
using System.Text.Json.Nodes;

namespace EmulationPlatform.EndToEnd.Support;

/// <summary>What people of the office do and see, in few words.</summary>
internal static class Office
{
    public static Task<JsonNode> PutUnitAsync(this Api api, string unit) =>
        api.PutAsync($"/api/v1/units/{unit}", new JsonObject { ["name"] = $"Phòng {unit}", ["group"] = "nhom-b", ["headcount"] = 10 });

    /// <summary>Last year's use, the same every month.</summary>
    public static Task<JsonNode> PutBaselineAsync(this Api api, string unit, decimal kilowattHoursPerMonth) => api.PutAsync(
        $"/api/v1/units/{unit}/baselines/electricity",
        new JsonObject
        {
            ["year"] = 2025,
            ["months"] = new JsonArray([.. Enumerable.Repeat(kilowattHoursPerMonth, 12).Select(month => (JsonNode)month)]),
            ["reference"] = "hóa đơn thử",
        });

    /// <summary>What the shipped plan leaves open about power and water: not above the base year.</summary>
    public static Task<JsonNode> SettleSavingAsync(this Api api) => api.PostAsync(
        "/api/v1/plan/decisions/muc-tiet-kiem", new JsonObject { ["option"] = "khong-vuot", ["reason"] = "Quyết định thử" });

    public static Task<JsonNode> AssignAsync(this Api api, string source, string unit) => api.PutAsync($"/api/v1/sources/{source}", new JsonObject { ["unit"] = unit });

    /// <summary>A unit's row; the board shows a new unit a moment after it was added.</summary>
    public static Task<JsonNode> UnitAsync(this Api api, string unit, string query = "") => Eventually.GetAsync(
        async () => (await api.GetAsync($"/api/v1/scoreboard{query}"))["units"]!.AsArray().SingleOrDefault(row => (string?)row!["unit"] == unit), $"{unit} is on the board");

    /// <summary>The row of electricity in a unit's card.</summary>
    public static JsonNode Electricity(JsonNode unit) =>
        unit["targets"]!.AsArray().Single(target => ((string)target!["target"]!).Contains("electricity", StringComparison.Ordinal) || (string?)target["measure"] == "kWh")!;

    public static async Task<decimal?> ElectricityOfAsync(this Api api, string unit) => (decimal?)Electricity(await api.UnitAsync(unit))["value"];

    public static Task<JsonNode> ConsumptionAsync(this Api api, string source, DateTimeOffset from, DateTimeOffset to, string per) =>
        api.GetAsync($"/api/v1/sources/{source}/consumption?from={Escaped(from)}&to={Escaped(to)}&per={per}");

    /// <summary>Sums the rows, which must be the total told beside them.</summary>
    public static decimal SumOf(JsonNode consumption)
    {
        var sum = consumption["rows"]!.AsArray().Sum(row => (decimal)row!["amount"]!);
        Assert.Equal((decimal)consumption["total"]!, sum);
        return sum;
    }

    public static JsonObject Reading(string source, DateTimeOffset at, decimal value) =>
        new() { ["source"] = source, ["at"] = at.ToString("O", CultureInfo.InvariantCulture), ["value"] = value };

    public static async Task<(int Accepted, int Duplicates, int Conflicts, int Quarantined)> PostReadingsAsync(this Api api, params JsonObject[] readings)
    {
        var result = await api.PostAsync("/api/v1/readings", new JsonArray([.. readings]));
        return ((int)result["accepted"]!, (int)result["duplicates"]!, (int)result["conflicts"]!, result["quarantined"]!.AsArray().Count);
    }

    private static string Escaped(DateTimeOffset time) => Uri.EscapeDataString(time.ToString("O", CultureInfo.InvariantCulture));
}
