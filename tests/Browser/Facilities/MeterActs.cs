using System.Globalization;
using Microsoft.Playwright;

namespace EmulationPlatform.Browser.Facilities;

/// <summary>What a facilities person sees and taps, in few words.</summary>
internal static class MeterActs
{
    private static readonly TimeSpan Vietnam = TimeSpan.FromHours(7);

    public static string PathOf(string source) => $"/sources/{Uri.EscapeDataString(source)}";

    /// <summary>The card of a meter in any list.</summary>
    public static ILocator Card(this Visit visit, string source) => visit.Page.Locator($"li.card:has(h3 a[href='{PathOf(source)}'])");

    /// <summary>The one button or link of a card of the worklist that stands out.</summary>
    public static ILocator Primary(this ILocator card) => card.Locator(".button:visible");

    /// <summary>Opens a part of the meter's page.</summary>
    public static Task UnfoldAsync(this Visit visit, string id) => visit.Page.Locator($"#{id} > summary").ClickAsync();

    public static Task SaysAsync(this Visit visit, string words) => Assertions.Expect(visit.Page.Locator(".notice[role=status]").First).ToContainTextAsync(words);

    /// <summary>As a field of a form wants a moment, on the wall clock of the agency.</summary>
    public static string Field(DateTimeOffset time) => time.ToOffset(Vietnam).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);

    /// <summary>As a field of a form wants a day.</summary>
    public static string Field(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Midnight of the agency.</summary>
    public static DateTimeOffset Start(DateOnly day) => new(day, TimeOnly.MinValue, Vietnam);

    public static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().ToOffset(Vietnam).DateTime);
}
