using System.Text.RegularExpressions;

namespace EmulationPlatform.Scoring.Plans;

/// <summary>What an id of some kind looks like.</summary>
/// <param name="Words">The shape in words, for a message.</param>
internal sealed partial record IdShape(Regex Pattern, string Words, string Example)
{
    /// <summary>Plans, groups, bands.</summary>
    public static IdShape Plain(string example) => new(PlainPattern, "lower case letters without accents, digits and hyphens", example);

    /// <summary>What may carry the number of a row: targets, duties, tasks.</summary>
    public static IdShape Entry(string example) => new(EntryPattern, "letters without accents, digits, hyphens and points", example);

    public static IdShape Indicator { get; } = new(
        IndicatorPattern, "the module, a point and the indicator in lower case", "green-office.electricity");

    [GeneratedRegex(@"\A[a-z0-9]+(-[a-z0-9]+)*\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex PlainPattern { get; }

    [GeneratedRegex(@"\A[A-Za-z0-9]+([.-][A-Za-z0-9]+)*\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex EntryPattern { get; }

    [GeneratedRegex(@"\A[a-z0-9]+(-[a-z0-9]+)*\.[a-z0-9]+(-[a-z0-9]+)*\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex IndicatorPattern { get; }

    public bool Fits(string id) => Pattern.IsMatch(id);
}
