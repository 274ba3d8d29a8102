using System.Globalization;

namespace EmulationPlatform.Scoring.Plans;

/// <param name="LeastIncluded">False: the number must be over <paramref name="Least"/>.</param>
internal readonly record struct NumberRange(decimal Least, bool LeastIncluded, decimal Most)
{
    public string Words => string.Create(
        CultureInfo.InvariantCulture, $"{(LeastIncluded ? "from" : "over")} {Least} {(LeastIncluded ? "to" : "and at most")} {Most}");

    public static NumberRange Between(decimal least, decimal most) => new(least, LeastIncluded: true, most);

    public static NumberRange Over(decimal least, decimal most) => new(least, LeastIncluded: false, most);

    public bool Contains(decimal number) => number <= Most && (LeastIncluded ? number >= Least : number > Least);
}
