using System.Globalization;
using System.Text.Json.Nodes;

namespace EmulationPlatform.EndToEnd.Support;

/// <summary>A Tasmota plug: what it publishes and how the host knows it.</summary>
internal sealed record Meter(string Name)
{
    private static readonly TimeSpan Vietnam = TimeSpan.FromHours(7);

    public string Topic => $"tele/{Name}/SENSOR";

    public static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    /// <summary>The last full hour, so many hours ago; readings at full hours are not shared out.</summary>
    public static DateTimeOffset HoursAgo(int hours)
    {
        var now = Now;
        return new DateTimeOffset(now.Year, now.Month, now.Day, now.Hour, 0, 0, TimeSpan.Zero).AddHours(-hours);
    }

    /// <param name="at">The device says its wall clock in Vietnam, in whole seconds.</param>
    public static string Message(DateTimeOffset at, decimal kilowattHours) => string.Create(
        CultureInfo.InvariantCulture, $$$"""{"Time":"{{{at.ToOffset(Vietnam):yyyy-MM-dd'T'HH:mm:ss}}}","ENERGY":{"Total":{{{kilowattHours}}}}}""");

    public async Task<JsonNode?> FindAsync(Api api) => (await api.ListAsync($"/api/v1/sources?topic={Uri.EscapeDataString(Topic)}")).FirstOrDefault(source => (string?)source!["kind"] == "counter");

    public async Task<string> IdAsync(Api api) => (string)(await Eventually.GetAsync(() => FindAsync(api), $"the source of {Topic} is there"))["id"]!;
}
