using EmulationPlatform.Scoring.Awards;
using EmulationPlatform.Scoring.Plans;
using FsCheck;
using FsCheck.Fluent;

namespace EmulationPlatform.Scoring.Tests.Awards;

public sealed class SelectionTests
{
    private static readonly Gen<Candidate> Candidates =
        from floor in Gen.Choose(850, 880)
        from hundredth in Gen.Choose(-4, 4)
        from coverage in Gen.Choose(98, 100)
        from critical in Gen.Choose(0, 1)
        from held in Gen.Frequency((8, Gen.Constant(false)), (1, Gen.Constant(true)))
        select SomeRound.Candidate("", (floor / 10m) + (hundredth / 100m)) with { Coverage = coverage / 100m, OpenCritical = critical, OpenGates = held ? ["S0-47"] : [] };

    /// <summary>Quota example at the end of scoring §10: "Không quá 05 trường hợp".</summary>
    [Fact]
    public void Given_five_places_and_two_tied_for_the_fifth_When_selected_Then_four_are_proposed_and_both_are_left_to_the_Council()
    {
        decimal[] floors = [93.1m, 91.0m, 90.4m, 88.8m, 87.2m, 87.2m];

        var selection = Select(5, [.. floors.Select((floor, index) => SomeRound.Candidate($"u{index}", floor))]);

        Assert.Equal([NomineeState.Proposed, NomineeState.Proposed, NomineeState.Proposed, NomineeState.Proposed, NomineeState.Tied, NomineeState.Tied], States(selection));
        Assert.Equal([1, 2, 3, 4, 5, 5], selection.Nominees.Select(nominee => nominee.Rank));
        Assert.Equal(1, selection.PlacesForCouncil);
        Assert.All(selection.Nominees.TakeLast(2), nominee => Assert.Equal(new TieBreak(87.2m, 100m, 100m, 0), nominee.Key));
    }

    [Fact]
    public void Given_floors_that_differ_only_beyond_one_decimal_When_selected_Then_they_are_tied()
    {
        var selection = Select(1, SomeRound.Candidate("u1", 87.24m), SomeRound.Candidate("u2", 87.16m), SomeRound.Candidate("u3", 80m));

        Assert.Equal([NomineeState.Tied, NomineeState.Tied, NomineeState.BeyondQuota], States(selection));
    }

    [Theory]
    [InlineData(0.99, 1.0, 0)]
    [InlineData(1.0, 0.8, 0)]
    [InlineData(1.0, 1.0, 1)]
    public void Given_equal_floors_at_the_line_When_the_next_key_differs_Then_it_decides(double coverage, double verified, int critical)
    {
        var worse = SomeRound.Candidate("u1", 87.2m) with { Coverage = (decimal)coverage, VerifiedShare = (decimal)verified, OpenCritical = critical };

        var selection = Select(1, worse, SomeRound.Candidate("u2", 87.2m));

        Assert.Equal([("u2", NomineeState.Proposed), ("u1", NomineeState.BeyondQuota)], selection.Nominees.Select(nominee => (nominee.Candidate.Subject, nominee.State)));
    }

    [Fact]
    public void Given_an_open_gate_When_selected_Then_the_candidate_is_held_and_takes_no_place()
    {
        var held = SomeRound.Candidate("u1", 95m) with { OpenGates = ["S0-47"] };

        var selection = Select(1, held, SomeRound.Candidate("u2", 90m));

        Assert.Equal([("u2", NomineeState.Proposed), ("u1", NomineeState.Held)], selection.Nominees.Select(nominee => (nominee.Candidate.Subject, nominee.State)));
        Assert.Equal(["S0-47"], selection.Nominees[1].OpenGates);
    }

    [Theory]
    [InlineData("S0-47", NomineeState.Held)]
    [InlineData("S0-48", NomineeState.Held)]
    [InlineData("S0-49", NomineeState.Proposed)]
    public void Given_a_round_that_names_its_gates_When_selected_Then_those_and_the_plan_s_holding_ones_hold(string gate, NomineeState state)
    {
        var plan = SomeRound.Plan with { Consequences = [new("S0-48", ConsequenceKind.Hold, 0, null), new("S0-49", ConsequenceKind.Down, 1, null)] };

        var selection = Selection.Of(plan, SomeRound.Round with { Gates = ["S0-47"] }, new(null, 5), [SomeRound.Candidate("u1", 90m) with { OpenGates = [gate] }]);

        Assert.Equal([state], States(selection));
    }

    [Fact]
    public void Given_a_least_band_When_selected_Then_those_below_it_and_without_one_are_out()
    {
        var candidates = new[] { SomeRound.Candidate("u1", 90m, "xuat-sac"), SomeRound.Candidate("u2", 89m), SomeRound.Candidate("u3", 88m, "kha"), SomeRound.Candidate("u4", 87m) with { Band = null } };

        var selection = Selection.Of(SomeRound.Plan, SomeRound.Round with { LeastBand = "tot" }, new(null, 5), candidates);

        Assert.Equal([NomineeState.Proposed, NomineeState.Proposed, NomineeState.BelowBand, NomineeState.BelowBand], States(selection));
    }

    [Fact]
    public void Given_a_quota_that_is_not_known_When_selected_Then_nobody_is_proposed_yet() =>
        Assert.Equal([NomineeState.QuotaUnknown], States(Select(null, SomeRound.Candidate("u1", 90m))));

    [Fact]
    public void Given_a_quota_of_one_group_When_selected_Then_others_are_left_out()
    {
        var selection = Selection.Of(SomeRound.Plan, SomeRound.Round, new("b", 1), [SomeRound.Candidate("u1", 90m), SomeRound.Candidate("u2", 80m) with { Group = "b" }]);

        Assert.Equal(["u2"], selection.Nominees.Select(nominee => nominee.Candidate.Subject));
    }

    [Fact]
    public void Given_any_candidates_When_selected_Then_no_more_than_the_quota_are_proposed_and_no_equal_or_better_one_is_beyond_it() =>
        Prop.ForAll(Candidates.ArrayOf().ToArbitrary(), Gen.Choose(0, 6).ToArbitrary(), (some, places) =>
        {
            var nominees = Select(places, Named(some)).Nominees;
            var proposed = nominees.Where(nominee => nominee.State == NomineeState.Proposed).ToList();
            var others = nominees.Where(nominee => nominee.State is NomineeState.Tied or NomineeState.BeyondQuota).ToList();
            var tied = others.Where(nominee => nominee.State == NomineeState.Tied).ToList();
            return proposed.Count <= places
                && proposed.TrueForAll(inside => others.TrueForAll(outside => inside.Key < outside.Key))
                && tied.Select(nominee => nominee.Key).Distinct().Count() <= 1 && tied.Count != 1
                && (tied.Count == 0 || proposed.Count + tied.Count > places)
                && nominees.Where(nominee => nominee.State == NomineeState.Held).All(nominee => nominee.Candidate.OpenGates.Count > 0);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Given_any_candidates_When_they_come_in_another_order_Then_the_same_are_proposed() =>
        Prop.ForAll(Candidates.ArrayOf().ToArbitrary(), Gen.Choose(0, 6).ToArbitrary(), (some, places) =>
        {
            var named = Named(some);
            var there = Select(places, named).Nominees.ToDictionary(nominee => nominee.Candidate.Subject, nominee => (nominee.State, nominee.Rank));
            return Select(places, [.. named.Reverse()]).Nominees.All(nominee => there[nominee.Candidate.Subject] == (nominee.State, nominee.Rank));
        }).QuickCheckThrowOnFailure();

    private static Selection Select(int? places, params Candidate[] candidates) => Selection.Of(SomeRound.Plan, SomeRound.Round, new(null, places), candidates);

    private static Candidate[] Named(Candidate[] some) => [.. some.Select((candidate, index) => candidate with { Subject = $"u{index}" })];

    private static IEnumerable<NomineeState> States(Selection selection) => selection.Nominees.Select(nominee => nominee.State);
}
