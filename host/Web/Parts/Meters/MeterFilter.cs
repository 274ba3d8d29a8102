using EmulationPlatform.Units.Facilities;
using EmulationPlatform.Web.Texts;
using Microsoft.AspNetCore.WebUtilities;

namespace EmulationPlatform.Web.Parts.Meters;

/// <summary>Which meters a list shows.</summary>
/// <param name="Text">Part of the title, place, topic or unit; diacritics do not matter.</param>
public sealed record MeterFilter(string? Text, MeterState? State, string? Unit)
{
    public static MeterFilter Of(string? text, string? state, string? unit) => new(
        string.IsNullOrWhiteSpace(text) ? null : text.Trim(),
        Enum.GetNames<MeterState>().Contains(state, StringComparer.Ordinal) ? Enum.Parse<MeterState>(state!) : null,
        string.IsNullOrEmpty(unit) ? null : unit);

    public IReadOnlyList<MeterView> Apply(IEnumerable<MeterView> meters, IReadOnlyDictionary<string, LocalizedText> units) =>
        [.. meters.Where(meter => (State is null || meter.State == State) && (Unit is null || meter.Source.Unit == Unit || meter.Source.Holders.Any(holder => holder.Unit == Unit)) && Matches(meter, units))];

    public string Link(int page)
    {
        var query = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["tab"] = "meters", ["q"] = Text, ["state"] = State?.ToString(), ["unit"] = Unit, ["page"] = page > 1 ? page.ToString(System.Globalization.CultureInfo.InvariantCulture) : null,
        };
        return QueryHelpers.AddQueryString("/facilities", query.Where(part => part.Value is not null));
    }

    private bool Matches(MeterView meter, IReadOnlyDictionary<string, LocalizedText> units)
    {
        if (Text is null)
        {
            return true;
        }

        var name = meter.Source.Unit is { } unit ? units.GetValueOrDefault(unit) : null;
        var all = PlainText.Of($"{meter.Title} {meter.Source.Place} {meter.Source.Topic} {meter.Source.Id} {name?.Vi} {name?.En}");
        return PlainText.Of(Text).Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => all.Contains(word, StringComparison.Ordinal));
    }
}
