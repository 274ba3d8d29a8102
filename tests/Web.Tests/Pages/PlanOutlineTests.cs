using EmulationPlatform.Scoring.Plans;
using EmulationPlatform.Web.Parts.Movement;
using EmulationPlatform.Web.Tests.Support;

namespace EmulationPlatform.Web.Tests.Pages;

public sealed class PlanOutlineTests
{
    [Fact]
    public void Given_entries_anywhere_When_put_in_order_Then_it_is_that_of_the_document()
    {
        string[] places = ["end", "IV.1", "III.10", "III.2.đ", "III.2.d", "III.2.e", "", "IX", "V.1", "title", "III.2.a fn.1", "pre"];
        var plan = Some.Plan with { Targets = [], Context = [.. places.Select(place => new ContextRow(ContextKind.Goal, new(place, place), null, new("", place, [])))] };

        var parts = PlanOutline.Of(plan);

        Assert.Equal(["title", "pre", "III", "IV", "V", "IX", "end", ""], parts.Select(part => part.Key));
        Assert.Equal(["III.2.a fn.1", "III.2.d", "III.2.đ", "III.2.e", "III.10"], parts[2].Select(entry => entry.Citation.Section));
    }
}
