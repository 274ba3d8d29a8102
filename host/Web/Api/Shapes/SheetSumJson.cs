using System.ComponentModel;
using EmulationPlatform.Scoring.Explaining;

namespace EmulationPlatform.Web.Api.Shapes;

/// <summary>The sums behind a sheet's four figures.</summary>
public sealed record SheetSumJson(
    [property: Description("Points of everything measured; score = earned ÷ measured × 100.")] decimal Earned,
    [property: Description("Weight that is due and measured.")] decimal Measured,
    [property: Description("Weight that is due.")] decimal Due,
    [property: Description("Weight that is due, each target by its covered part; coverage = covered ÷ due.")] decimal Covered,
    [property: Description("Points if the worst hides in what is missing; floor = these ÷ due × 100.")] decimal Floor,
    [property: Description("Points if the best hides in what is missing; ceiling = these ÷ due × 100.")] decimal Ceiling)
{
    public static SheetSumJson Of(IEnumerable<TargetScore> scores)
    {
        var sum = SheetSum.Of(scores);
        return new(Round(sum.Earned), Round(sum.Measured), Round(sum.Due), Round(sum.Covered), Round(sum.Floor), Round(sum.Ceiling));
    }

    private static decimal Round(decimal value) => decimal.Round(value, 4, MidpointRounding.AwayFromZero);
}
