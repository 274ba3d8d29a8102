using EmulationPlatform.Scoring.Plans;

namespace EmulationPlatform.Scoring.Scorecards;

/// <summary>What a rule demands in one year, as a share of the base, and what a value is worth against it.</summary>
internal readonly record struct Milestone
{
    /// <summary>Beyond this an excess tells nothing more, and the quotient of a tiny base could leave the range of decimals.</summary>
    private const decimal MostRaw = 1_000_000m;

    private Milestone(int baseYear, decimal shareOfBase, bool allOrNothing)
    {
        BaseYear = baseYear;
        ShareOfBase = shareOfBase;
        AllOrNothing = allOrNothing;
    }

    public int BaseYear { get; }

    /// <summary>Share of the base, 0 to 1, that may still be used for full points.</summary>
    public decimal ShareOfBase { get; }

    /// <summary>No points for a part of the way.</summary>
    private bool AllOrNothing { get; }

    /// <returns>Null while the rule demands nothing: a cut is due only in the years after the base year.</returns>
    public static Milestone? Of(Rule rule, int year) => rule switch
    {
        Rule.NotAboveBase notAbove => new(notAbove.BaseYear, 1m, allOrNothing: true),
        Rule.Reduce reduce when year > reduce.BaseYear => new(reduce.BaseYear, 1m - Due(reduce, year), allOrNothing: false),
        Rule.Reduce => null,
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "Unknown kind of rule."),
    };

    public decimal Required(decimal reference) => reference * ShareOfBase;

    /// <summary>Attainment before clamping to 0 to 1.</summary>
    /// <param name="reference">Above 0.</param>
    public decimal Raw(decimal value, decimal reference)
    {
        if (AllOrNothing)
        {
            return value <= Required(reference) ? 1m : 0m;
        }

        var achieved = reference - value;
        var demanded = reference - Required(reference);
        if (demanded <= 0m)
        {
            // The demanded cut is smaller than decimals can hold.
            return achieved >= 0m ? 1m : 0m;
        }

        return Math.Abs(achieved) > demanded * MostRaw ? Math.Sign(achieved) * MostRaw : achieved / demanded;
    }

    public decimal Attainment(decimal value, decimal reference) => Math.Clamp(Raw(value, reference), 0m, 1m);

    /// <summary>The cut grows linearly and stays whole after its last year.</summary>
    private static decimal Due(Rule.Reduce reduce, int year)
    {
        var length = reduce.ByYear - reduce.BaseYear;
        var gone = Math.Min(year - reduce.BaseYear, length);
        return reduce.Fraction * gone / length;
    }
}
