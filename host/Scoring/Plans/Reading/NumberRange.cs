using System.Globalization;

namespace EmulationPlatform.Scoring.Plans;

/// <param name="LeastIncluded">False: the number must be over <paramref name="Least"/>.</param>
internal readonly record struct NumberRange(decimal Least, bool LeastIncluded, decimal Most)
{
    // No figure of an agency comes near; far enough from the ends of decimal to calculate with.
    private const decimal Far = 1_000_000_000_000m;

    public static NumberRange Share => Between(0, 1);

    public static NumberRange Percent => Between(0, 100);

    public static NumberRange Any => Between(-Far, Far);

    public static NumberRange Positive => Over(0, Far);

    public string Words => string.Create(
        CultureInfo.InvariantCulture, $"{(LeastIncluded ? "from" : "over")} {Least} {(LeastIncluded ? "to" : "and at most")} {Most}");

    public static NumberRange Between(decimal least, decimal most) => new(least, LeastIncluded: true, most);

    public static NumberRange Over(decimal least, decimal most) => new(least, LeastIncluded: false, most);

    public bool Contains(decimal number) => number <= Most && (LeastIncluded ? number >= Least : number > Least);
}
