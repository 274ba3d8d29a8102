using System.Text.Json;
using EmulationPlatform.Scoring.Evaluating;
using EmulationPlatform.Scoring.Explaining;
using EmulationPlatform.Scoring.Plans;
using EmulationPlatform.Scoring.Rules;
using EmulationPlatform.Scoring.Scorecards;
using EmulationPlatform.Scoring.Tests.Explaining;
using EmulationPlatform.Sdk;
using FsCheck;
using FsCheck.Fluent;
using Outcome = EmulationPlatform.Scoring.Evaluating.Outcome;

namespace EmulationPlatform.Scoring.Tests.Scorecards;

/// <summary>Laws of the four figures for rules of every kind, combined up to three deep.</summary>
public sealed class RuleProperties
{
    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(1_000);

    private static readonly Gen<Sample> AtTheEnd = Samples(counts: true, isOver: true);

    private static readonly Gen<Sample> InTheYear = Samples(counts: false, isOver: false);

    private static readonly Gen<Sample> WithCountsInTheYear = Samples(counts: true, isOver: false);

    [Fact]
    public void Given_any_rules_When_data_are_hidden_Then_the_floor_never_rises_and_the_ceiling_never_falls() =>
        Prop.ForAll(Gen.OneOf(AtTheEnd, InTheYear).ToArbitrary(), sample =>
        {
            var (full, hidden) = (sample.Card(), sample.Hidden().Card());
            return (hidden.Floor ?? 0m) <= (full.Floor ?? 0m) + Rounding && (hidden.Ceiling ?? 100m) >= (full.Ceiling ?? 0m) - Rounding
                && hidden.Targets.Zip(full.Targets).All(pair => pair.First.IsDue || !pair.Second.IsDue);
        }).Check(Many);

    /// <summary>
    /// A credit before the end is weight at full attainment that the unit shows early. Hiding it takes weight and points away
    /// together, so that the ceiling can fall with the floor; it is the unit's own loss.
    /// </summary>
    [Fact]
    public void Given_counts_during_the_year_When_data_are_hidden_Then_the_floor_never_rises() =>
        Prop.ForAll(WithCountsInTheYear.ToArbitrary(), sample => (sample.Hidden().Card().Floor ?? 0m) <= (sample.Card().Floor ?? 0m) + Rounding).Check(Many);

    /// <summary>What is true is known only where every figure can be had.</summary>
    [Fact]
    public void Given_any_rules_When_data_are_hidden_Then_the_true_score_lies_between_the_bounds_still() =>
        Prop.ForAll(Gen.OneOf(AtTheEnd, InTheYear).ToArbitrary(), sample =>
        {
            var (full, hidden) = (sample.Whole().Card(), sample.Whole().Hidden().Card());
            return full.Targets.Any(target => IsOpen(target.Outcome!)) || full.Score is null || (hidden.Floor <= full.Score + Rounding && full.Score <= hidden.Ceiling + Rounding);
        }).Check(Many);

    [Fact]
    public void Given_any_rules_When_summed_Then_the_points_shown_sum_to_the_score() =>
        Prop.ForAll(Gen.OneOf(AtTheEnd, WithCountsInTheYear).ToArbitrary(), sample =>
        {
            var card = sample.Hidden().Card();
            var measured = card.Targets.Where(target => target.Points is not null).OrderBy(target => target.Target.Id, StringComparer.Ordinal).ToList();
            var weight = measured.Sum(target => target.Weight * target.DueShare);
            return card.Score == (weight > 0m ? 100m * measured.Sum(target => target.Points) / weight : null)
                && card.Score is null or (>= 0m and <= 100m) && card.Coverage is null or (>= 0m and <= 1m) && !(card.Floor > card.Ceiling);
        }).Check(Many);

    [Fact]
    public void Given_whole_data_When_summed_Then_floor_score_and_ceiling_are_one() =>
        Prop.ForAll(Gen.OneOf(AtTheEnd, WithCountsInTheYear).ToArbitrary(), sample =>
        {
            var card = sample.Whole().Card();
            return card.Targets.Any(target => IsOpen(target.Outcome!))
                || (card.Floor == card.Score && card.Ceiling == card.Score && card.Coverage is null or 1m);
        }).Check(Many);

    [Fact]
    public void Given_any_rules_When_targets_and_figures_come_in_another_order_Then_nothing_changes() =>
        Prop.ForAll(WithCountsInTheYear.ToArbitrary(), sample =>
        {
            var card = sample.Card();
            var plan = sample.Plan with { Targets = [.. sample.Plan.Targets.Reverse()] };
            var inputs = sample.Inputs with
            {
                Results = new Dictionary<string, IndicatorResult>(sample.Inputs.Results.Reverse()),
                Previous = new Dictionary<string, IndicatorResult>(sample.Inputs.Previous.Reverse()),
                Peers = sample.Inputs.Peers.Reverse().ToDictionary(peer => peer.Key, peer => (IReadOnlyList<decimal>)[.. peer.Value.Reverse()]),
            };
            var turned = Some.Card(plan, inputs);
            return Serialized(card with { Targets = [], Inputs = inputs }) == Serialized(turned with { Targets = [] })
                && card.Targets.Reverse().Select(Serialized).SequenceEqual(turned.Targets.Select(Serialized), StringComparer.Ordinal);
        }).Check(Many);

    [Fact]
    public void Given_any_rules_When_a_unit_hides_data_Then_the_agency_s_floor_never_rises_and_its_ceiling_never_falls() =>
        Prop.ForAll(Gen.OneOf(AtTheEnd, InTheYear).ToArbitrary(), SomeKnowledge.All.ToArbitrary(), (sample, other) =>
        {
            var (full, hidden) = (Agency(sample, other), Agency(sample.Hidden(), other));
            return (hidden.Floor ?? 0m) <= (full.Floor ?? 0m) + Rounding && (hidden.Ceiling ?? 100m) >= (full.Ceiling ?? 0m) - Rounding;

            static OrganisationCard Agency(Sample sample, SomeKnowledge.Pair[] other)
            {
                var plan = InEveryView(sample.Plan);
                var units = new[] { sample.Inputs, Sample.With(sample.Inputs, other) with { Unit = "u2", Group = "b" } };
                return Some.Agency(plan, [.. units.Select(unit => Some.Card(plan, unit))], sample.Inputs with { Level = TargetLevel.Organisation, Group = "" });
            }
        }).Check(Many);

    [Fact]
    public void Given_units_in_another_order_When_summed_for_the_agency_Then_nothing_changes() =>
        Prop.ForAll(AtTheEnd.ToArbitrary(), SomeKnowledge.All.ToArbitrary(), (sample, other) =>
        {
            var plan = InEveryView(sample.Plan);
            var cards = new[] { sample.Inputs, sample.Hidden().Inputs with { Unit = "u2" }, Sample.With(sample.Inputs, other) with { Unit = "u3", Group = "b" } }
                .Select(inputs => Some.Card(plan, inputs)).ToList();
            var own = sample.Inputs with { Level = TargetLevel.Organisation, Group = "" };
            var there = Some.Agency(plan, cards, own);
            cards.Reverse();
            var back = Some.Agency(plan, cards, own);
            return (there.Score, there.Coverage, there.Floor, there.Ceiling) == (back.Score, back.Coverage, back.Floor, back.Ceiling);
        }).Check(Many);

    [Fact]
    public void Given_the_same_plan_and_inputs_When_computed_again_Then_every_byte_is_the_same() =>
        Prop.ForAll(Gen.OneOf(AtTheEnd, WithCountsInTheYear).ToArbitrary(), sample => Serialized(sample.Card()) == Serialized(sample.Again().Card())).Check(Many);

    [Fact]
    public void Given_any_rules_When_explained_Then_a_pocket_calculator_comes_from_the_shown_numbers_to_the_shown_result() =>
        Prop.ForAll(Gen.OneOf(AtTheEnd, WithCountsInTheYear).ToArbitrary(), sample =>
        {
            var card = sample.Card();
            var explained = card.Targets.Select(score => new Explainer(sample.Plan, id => new(id, id), _ => "").Of(card, score)).ToList();
            return explained.SelectMany(why => Numbers(why.Rule!)).Concat(explained.Select(why => why.Calculation)).OfType<LocalizedText>()
                .SelectMany(text => PocketCalculator.Steps(text.Vi)).All(step => Math.Abs(step.Worked - step.Shown) <= 0.01m);

            static IEnumerable<LocalizedText?> Numbers(ExplainedRule rule) => rule.Parts.SelectMany(Numbers).Prepend(rule.Numbers);
        }).Check(Many);

    /// <summary>Quotients are cut after 28 digits, so that two ways to one number may differ in the last.</summary>
    private const decimal Rounding = 0.000_000_000_000_000_000_01m;

    /// <summary>Even of whole data some figures cannot be had: too few peers, nothing of the period before, a base of 0.</summary>
    private static bool IsOpen(Outcome outcome) => outcome.State is DataState.NoData or DataState.NoBaseline || outcome.Parts.Any(part => IsOpen(part.Outcome));

    private static Plan InEveryView(Plan plan) =>
        plan with { Targets = [.. plan.Targets.Select((target, index) => target with { Organisation = (OrganisationView)(index % 3) })] };

    private static string Serialized<T>(T value) => JsonSerializer.Serialize(value);

    private static Gen<Sample> Samples(bool counts, bool isOver) =>
        from rules in SomeRules.UpTo(3, counts).ArrayOf(3)
        from weights in Gen.Choose(1, 15).ArrayOf(3)
        from now in SomeKnowledge.All
        from before in SomeKnowledge.Before
        from peers in Gen.Choose(0, 20).Select(value => (decimal)value).ListOf().ArrayOf(SomeKnowledge.Numbers.Length)
        from heads in Gen.Choose(50, 150)
        from room in Gen.Elements("a", "b")
        from year in Gen.Choose(2025, 2028)
        from month in Gen.Choose(2, 12)
        select new Sample(
            Some.Plan([.. rules.Select((rule, index) => Some.Target($"t{index}", weights[index], rule))]),
            Some.Inputs(year) with
            {
                Group = room,
                AsOf = isOver ? Some.At(year + 1, 1, 1) : Some.At(year, month, 1),
                Peers = SomeKnowledge.Numbers.Zip(peers).ToDictionary(pair => pair.First, pair => (IReadOnlyList<decimal>)[.. pair.Second]),
                HeadFactors = new Dictionary<int, decimal> { [2025] = heads / 100m },
            },
            now,
            before);

    private sealed record Sample(Plan Plan, UnitInputs Bare, SomeKnowledge.Pair[] Now, SomeKnowledge.Pair[] Before)
    {
        public UnitInputs Inputs => With(Bare, Now) with { Previous = Table(SomeKnowledge.Numbers, Before) };

        public static UnitInputs With(UnitInputs inputs, SomeKnowledge.Pair[] now) => inputs with { Results = Table(SomeKnowledge.Ids, now) };

        public Scorecard Card() => Some.Card(Plan, Inputs);

        public Sample Hidden() => this with { Now = [.. Now.Select(Hide)], Before = [.. Before.Select(Hide)] };

        /// <summary>Only what is known entirely, or not asked for.</summary>
        public Sample Whole() => this with { Now = [.. Now.Select(Fill)], Before = [.. Before.Select(Fill)] };

        /// <summary>Equal in value, nothing in common.</summary>
        public Sample Again() => this with
        {
            Plan = Plan with { Targets = [.. Plan.Targets.Select(target => target with { Rule = Copy(target.Rule!) })] },
            Now = [.. Now.Select(pair => pair with { Full = pair.Full with { } })],
        };

        /// <summary>What matters of a case that breaks a law.</summary>
        public override string ToString() =>
            $"{Bare.Year} {Bare.Group} elapsed {Bare.Elapsed:0.00}\n{string.Join('\n', Card().Targets.Concat(Hidden().Card().Targets).Select(target => $"{target.Weight} · {Tell(target.Outcome!)}"))}";

        private static string Tell(Outcome outcome) =>
            $"{(outcome.Rule is Rule.Combined combined ? $"{combined.How}({string.Join(", ", outcome.Parts.Select(part => $"{part.Rule.Weight} {Tell(part.Outcome)}"))})" : Tell((Rule.Scaled)outcome.Rule))}"
            + $" = {outcome.State} {outcome.Attainment:0.###} in {outcome.Floor:0.###}..{outcome.Ceiling:0.###} due {outcome.DueShare:0.###}";

        private static string Tell(Rule.Scaled rule) => $"{rule.Kind} {string.Join('/', rule.Indicators)}";

        private static Dictionary<string, IndicatorResult> Table(IEnumerable<string> ids, SomeKnowledge.Pair[] pairs) =>
            ids.Zip(pairs).ToDictionary(pair => pair.First, pair => pair.Second.Full);

        private static SomeKnowledge.Pair Hide(SomeKnowledge.Pair pair) => new(pair.Hidden, pair.Hidden);

        private static SomeKnowledge.Pair Fill(SomeKnowledge.Pair pair) =>
            pair.Full.State is DataState.NotApplicable or DataState.NotDue || pair.Full.Coverage >= 1m ? pair : new(Filled, new(DataState.Estimated, 1m, 0.5m));

        private static IndicatorResult Filled => Some.Whole(1m, 1m) with { Numerator = 1m, Denominator = 1m };

        private static Rule Copy(Rule rule) => rule is Rule.Combined combined
            ? combined with { Parts = [.. combined.Parts.Select(part => part with { Rule = Copy(part.Rule) })] }
            : rule with { };
    }
}
