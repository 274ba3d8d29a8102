using EmulationPlatform.Scoring.Awards;
using EmulationPlatform.Scoring.Plans;

namespace EmulationPlatform.Scoring.Tests.Awards;

public sealed class QuotaTests
{
    /// <summary>Four units in group a (63 people, three of them tot), three in group b.</summary>
    private static readonly QuotaUnit[] Units =
    [
        new("u1", "a", 20, "tot"), new("u2", "a", 10, "tot"), new("u3", "a", 30, "tot"), new("u4", "a", 3, "xuat-sac"),
        new("u5", "b", 7, "tot"), new("u6", "b", 7, "kha"), new("u7", "b", 8, null),
    ];

    [Theory]
    [InlineData(QuotaBase.Units, 20, QuotaRounding.Down, 1)]
    [InlineData(QuotaBase.Units, 20, QuotaRounding.Up, 2)]
    [InlineData(QuotaBase.Units, 20, QuotaRounding.Nearest, 1)]
    [InlineData(QuotaBase.Units, 50, QuotaRounding.Nearest, 4)]
    [InlineData(QuotaBase.People, 15, QuotaRounding.Down, 12)]
    [InlineData(QuotaBase.Band, 50, QuotaRounding.Down, 2)]
    [InlineData(QuotaBase.Units, 100, QuotaRounding.Up, 7)]
    public void Given_a_share_When_places_are_asked_Then_it_is_rounded_as_the_plan_says(QuotaBase of, int percent, QuotaRounding rounding, int places)
    {
        var quota = SomeRound.Quota with { Of = of, Band = of == QuotaBase.Band ? "tot" : null, Percent = percent, Rounding = rounding };

        Assert.Equal([new(null, places)], Quotas.Of(SomeRound.Plan, quota, Units));
    }

    [Fact]
    public void Given_a_share_within_groups_When_places_are_asked_Then_each_group_has_its_own()
    {
        var quota = SomeRound.Quota with { Of = QuotaBase.Band, Band = "tot", Percent = 34m, WithinGroup = true };

        Assert.Equal([new("a", 1), new("b", 0)], Quotas.Of(SomeRound.Plan, quota, Units));
    }

    [Fact]
    public void Given_an_absolute_number_When_places_are_asked_Then_it_is_that() =>
        Assert.Equal([new(null, 5)], Quotas.Of(SomeRound.Plan, SomeRound.Quota with { Most = 5 }, Units));

    [Fact]
    public void Given_a_number_from_above_When_places_are_asked_Then_they_are_not_known() =>
        Assert.Equal([new(null, null)], Quotas.Of(SomeRound.Plan, SomeRound.Quota with { IsExternal = true }, Units));

    [Fact]
    public void Given_an_unknown_headcount_When_a_share_of_people_is_asked_Then_the_places_are_not_known()
    {
        var quota = SomeRound.Quota with { Of = QuotaBase.People, Percent = 15m };

        Assert.Equal([new(null, null)], Quotas.Of(SomeRound.Plan, quota, [.. Units, new("u8", "b", null, null)]));
    }
}
