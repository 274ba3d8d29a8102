using System.Globalization;

namespace EmulationPlatform.Scoring.Tests.Explaining;

/// <summary>Does again what a Vietnamese formula with numbers says: 1.234,5, + − × / ÷ and brackets.</summary>
internal sealed class PocketCalculator
{
    private readonly string text;
    private int at;

    private PocketCalculator(string text) => this.text = text.Replace(" ", "", StringComparison.Ordinal);

    /// <summary>Every step of the text: what stands left of = or →, worked out, and the number that stands right of it.</summary>
    public static IEnumerable<(decimal Worked, decimal Shown)> Steps(string text)
    {
        var sides = text.Split(" = ");
        for (var i = 0; i + 1 < sides.Length; i++)
        {
            if (IsSum(Last(sides[i])))
            {
                yield return (Of(Last(sides[i])), Number(First(sides[i + 1])));
            }
        }

        var arrows = text.Split(" → ");
        if (arrows.Length == 2 && !text.Contains(" = ", StringComparison.Ordinal) && IsSum(arrows[0]) && arrows[0].Contains(" × ", StringComparison.Ordinal))
        {
            yield return (Of(arrows[0]), Number(arrows[1]));
        }
    }

    public static decimal Number(string text) =>
        decimal.Parse(text.Replace(".", "", StringComparison.Ordinal).Replace(',', '.').Replace('−', '-'), NumberStyles.Number, CultureInfo.InvariantCulture);

    /// <summary>The number a text ends with.</summary>
    public static decimal Result(string text) => Number(text.Split(' ')[^1]);

    private static string Last(string side) => side.Split("; ")[^1];

    private static string First(string side) => side.Split(" → ")[0].Split("; ")[0].Split(", ")[0];

    private static bool IsSum(string text) => !text.Any(char.IsLetter) && !text.Contains('→', StringComparison.Ordinal);

    private static decimal Of(string text) => new PocketCalculator(text).Sum();

    private decimal Sum()
    {
        var sum = Product();
        while (at < text.Length && text[at] is '+' or '−')
        {
            sum += text[at++] == '+' ? Product() : -Product();
        }

        return sum;
    }

    private decimal Product()
    {
        var product = Value();
        while (at < text.Length && text[at] is '×' or '/' or '÷')
        {
            product = text[at++] == '×' ? product * Value() : product / Value();
        }

        return product;
    }

    private decimal Value()
    {
        if (text[at] == '(')
        {
            at++;
            var inner = Sum();
            at++;
            return inner;
        }

        var begin = at;
        at += text[at] == '−' ? 1 : 0;
        while (at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] is '.' or ','))
        {
            at++;
        }

        return Number(text[begin..at]);
    }
}
