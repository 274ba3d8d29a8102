using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;

namespace EmulationPlatform.Web.Parts.Meters;

/// <summary>Which stretch of time a figure shows, how finely, and per what.</summary>
/// <param name="Per">Of each hour (of one day), day (of a month), month (of a year) or year (of five).</param>
/// <param name="On">Any day of the stretch.</param>
/// <param name="Size">Empty, <c>person</c> or <c>area</c>.</param>
public sealed record UsageChoice(Granularity Per, DateOnly On, string Size)
{
    private const int YearsShown = 5;
    private const string DayFormat = "yyyy-MM-dd";

    public static IReadOnlyList<Granularity> Finenesses { get; } = [Granularity.Hour, Granularity.Day, Granularity.Month, Granularity.Year];

    public static IReadOnlyList<string> Sizes { get; } = ["", "person", "area"];

    public DateOnly First => Per switch
    {
        Granularity.Hour => On,
        Granularity.Day => new DateOnly(On.Year, On.Month, 1),
        Granularity.Month => new DateOnly(On.Year, 1, 1),
        _ => new DateOnly(On.Year - YearsShown + 1, 1, 1),
    };

    /// <summary>The day after the last one.</summary>
    public DateOnly End => Moved(First, 1);

    /// <param name="today">Today in the agency's zone, when no day is asked for or it makes no sense.</param>
    public static UsageChoice Of(string? per, string? on, string? size, DateOnly today)
    {
        var fineness = Finenesses.FirstOrDefault(known => Name(known) == per, Granularity.Day);
        var asked = DateOnly.TryParseExact(on, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 2010 and <= 2200;
        return new UsageChoice(fineness, asked ? day : today, Sizes.Contains(size, StringComparer.Ordinal) ? size! : "");
    }

    /// <summary>Word of an address for how finely.</summary>
    public static string Name(Granularity per) => per.ToString().ToLowerInvariant();

    public UsageChoice Before => this with { On = Per == Granularity.Year ? On.AddYears(-YearsShown) : Moved(First, -1) };

    public UsageChoice Next => this with { On = Per == Granularity.Year ? On.AddYears(YearsShown) : End };

    /// <param name="page">Path with what else the page's address says.</param>
    public string Link(string page)
    {
        var query = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["per"] = Name(Per), ["on"] = On.ToString(DayFormat, CultureInfo.InvariantCulture), ["by"] = Size.Length == 0 ? null : Size,
        };
        return QueryHelpers.AddQueryString(page, query.Where(part => part.Value is not null)) + "#usage";
    }

    /// <summary>Where the API has the same figures.</summary>
    /// <param name="what">Query that says whose.</param>
    public string Table(string what) => string.Create(
        CultureInfo.InvariantCulture, $"/api/v1/usage?{what}&from={First.ToString(DayFormat, CultureInfo.InvariantCulture)}&to={End.ToString(DayFormat, CultureInfo.InvariantCulture)}&per={Name(Per)}");

    private DateOnly Moved(DateOnly day, int by) => Per switch
    {
        Granularity.Hour => day.AddDays(by),
        Granularity.Day => day.AddMonths(by),
        Granularity.Month => day.AddYears(by),
        _ => day.AddYears(by * YearsShown),
    };
}
