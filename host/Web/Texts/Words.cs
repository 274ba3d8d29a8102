using System.Globalization;
using System.Resources;

namespace EmulationPlatform.Web.Texts;

/// <summary>
/// Words, numbers and times in one of the two languages. Rounding is half away from zero, and only for display; the script on
/// the pages formats in the same way.
/// </summary>
public sealed class Words
{
    public const string NoValue = "—";

    private const string Minus = "\u2212";

    private static readonly ResourceManager Resources = new("EmulationPlatform.Web.Texts.Ui", typeof(Words).Assembly);

    private readonly IReadOnlyDictionary<string, string> measures;

    private Words(string language, CultureInfo culture, IReadOnlyDictionary<string, string> measures)
    {
        Language = language;
        Culture = culture;
        this.measures = measures;
    }

    public static Words Vietnamese { get; } = new("vi", CultureInfo.GetCultureInfo("vi-VN"), new Dictionary<string, string>());

    public static Words English { get; } = new("en", CultureInfo.GetCultureInfo("en-US"), new Dictionary<string, string>());

    /// <summary><c>vi</c> or <c>en</c>.</summary>
    public string Language { get; }

    public CultureInfo Culture { get; }

    public string this[string key] => Resources.GetString(key, Culture) ?? key;

    /// <returns>Null when there is no such word.</returns>
    public string? Find(string key) => Resources.GetString(key, Culture);

    /// <param name="language">Anything but <c>en</c> gives Vietnamese.</param>
    public static Words In(string? language) => language == "en" ? English : Vietnamese;

    /// <summary>The same, with names for measures of a plan, whose figures call them by their Vietnamese names.</summary>
    public Words Knowing(IEnumerable<LocalizedText> measures) =>
        new(Language, Culture, measures.DistinctBy(measure => measure.Vi).ToDictionary(measure => measure.Vi, Of, StringComparer.Ordinal));

    public string Format(string key, params object[] values) => string.Format(Culture, this[key], values);

    public string Of(LocalizedText text) => text.In(Language);

    /// <summary>Points of 100, as on a wall: one decimal.</summary>
    public string Score(decimal? score) => Number(score, 1);

    /// <summary>Points in tables: two decimals.</summary>
    public string Points(decimal? points) => Number(points, 2);

    /// <summary>A metered amount: two decimals, one from a thousand up.</summary>
    public string Amount(decimal? amount) => Number(amount, amount is >= 1_000 or <= -1_000 ? 1 : 2);

    /// <param name="fraction">0.93 for 93 %.</param>
    public string Percent(decimal? fraction, int decimals = 0) => fraction is { } known ? Number(known * 100, decimals) + "%" : NoValue;

    /// <summary>A change with its sign.</summary>
    public string Change(decimal? fraction)
    {
        if (fraction is not { } known)
        {
            return NoValue;
        }

        var percent = Percent(known, 1);
        return known > 0 && percent.Any(c => c is >= '1' and <= '9') ? "+" + percent : percent;
    }

    /// <summary>Whole digits without loss, for registers and factors.</summary>
    public string Exact(decimal? value) => value is { } known ? Signed(known.ToString("#,##0.#########", Culture)) : NoValue;

    public string Number(decimal? value, int decimals)
    {
        if (value is not { } known)
        {
            return NoValue;
        }

        var rounded = decimal.Round(known, decimals, MidpointRounding.AwayFromZero);
        return Signed(rounded.ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), Culture));
    }

    /// <summary>Both languages use the day-first form: readers are in Viet Nam.</summary>
    public string Time(DateTimeOffset? time) => time?.ToString("dd'/'MM'/'yyyy HH':'mm", Culture) ?? NoValue;

    public string TimeWithSeconds(DateTimeOffset time) => time.ToString("dd'/'MM'/'yyyy HH':'mm':'ss", Culture);

    public string Day(DateTimeOffset time) => time.ToString("dd'/'MM'/'yyyy", Culture);

    public string Day(DateOnly day) => day.ToString("dd'/'MM'/'yyyy", Culture);

    /// <summary>How long ago, in the largest unit that fits.</summary>
    public string Age(TimeSpan age) => age switch
    {
        { TotalSeconds: < 60 } => Format("Age.Seconds", (long)Math.Max(0, age.TotalSeconds)),
        { TotalMinutes: < 60 } => Format("Age.Minutes", (long)age.TotalMinutes),
        { TotalHours: < 48 } => Format("Age.Hours", (long)age.TotalHours),
        _ => Format("Age.Days", (long)age.TotalDays),
    };

    /// <summary>How long, in the largest unit that fits.</summary>
    public string Span(TimeSpan span) => span switch
    {
        { TotalMinutes: < 2 } => Format("Span.Seconds", (long)span.TotalSeconds),
        { TotalMinutes: < 120 } => Format("Span.Minutes", (long)span.TotalMinutes),
        { TotalHours: < 48 } => Format("Span.Hours", (long)span.TotalHours),
        _ => Format("Span.Days", (long)span.TotalDays),
    };

    public string Measure(string measure) => measure switch
    {
        "m3" => "m³",
        "m3/h" => "m³/h",
        "pages" => this["Measure.Pages"],
        "jobs" => this["Measure.Jobs"],
        "pulses" => this["Measure.Pulses"],
        _ => measures.GetValueOrDefault(measure, measure),
    };

    public string State(DataState state) => this["State." + state];

    /// <summary>A counter of a plugin or part; one that is not known here keeps its own name.</summary>
    public string Count(string name) => Resources.GetString("Count." + name, Culture) ?? name;

    public string Health(SourceHealth health) => this["Health." + health];

    /// <summary>A true minus sign, and none before a zero that rounding made.</summary>
    private static string Signed(string number) =>
        number.Replace("-", number.Any(c => c is >= '1' and <= '9') ? Minus : "", StringComparison.Ordinal);
}
