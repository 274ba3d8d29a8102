using EmulationPlatform.Modules.GreenOffice;
using EmulationPlatform.Scoring.Plans;
using EmulationPlatform.Scoring.Rules;
using EmulationPlatform.Scoring.Scorecards;
using EmulationPlatform.Scoring.Tests.GreenOffice;
using EmulationPlatform.Sdk;
using FsCheck;
using FsCheck.Fluent;

namespace EmulationPlatform.Scoring.Tests.Scorecards;

/// <summary>Laws of the four figures, from the months of two meters through indicators to the card.</summary>
public sealed class HidingProperties
{
    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(1_000);

    private static readonly Gen<Rule> Rules = Gen.Elements(
        SomeRule.NotAboveBase("f"), SomeRule.Reduce("f", 0.5m), SomeRule.Reduce("f", 0.1m, byYear: 2028));

    private static readonly Gen<MonthData> Months =
        from amount in Gen.Choose(0, 2_000)
        from baseline in Gen.Frequency((9, Gen.Choose(1, 1_500).Select(value => (int?)value)), (1, Gen.Elements<int?>(null, 0)))
        from covered in Gen.Frequency((6, Gen.Constant(100)), (3, Gen.Choose(0, 99)))
        from estimated in Gen.Choose(0, 100)
        select new MonthData(covered == 0 ? 0 : amount, baseline, covered, estimated);

    private static readonly Gen<Case> Cases =
        from rules in Rules.ArrayOf(2)
        from first in Months.ArrayOf(7)
        from second in Months.ArrayOf(7)
        from which in Gen.Choose(0, 1)
        from month in Gen.Choose(0, 6)
        from keptPercent in Gen.Choose(0, 100)
        from amountPercent in Gen.Choose(0, 100)
        from way in Gen.Choose(0, 3)
        select new Case(rules, [first, second], new Hiding(which, month, keptPercent, amountPercent, way));

    [Fact]
    public void Given_any_data_When_some_is_hidden_Then_the_floor_never_rises_and_the_ceiling_never_falls() =>
        Prop.ForAll(Cases.ToArbitrary(), sample =>
        {
            var (full, hidden) = (Card(sample, sample.Months), Card(sample, Hide(sample)));
            return hidden.Floor <= full.Floor && hidden.Ceiling >= full.Ceiling;
        }).Check(Many);

    [Fact]
    public void Given_any_data_When_some_is_hidden_Then_the_true_score_lies_between_the_bounds_still() =>
        Prop.ForAll(Cases.ToArbitrary(), sample =>
        {
            var (full, hidden) = (Card(sample, sample.Months), Card(sample, Hide(sample)));
            return full.Score is null || (hidden.Floor <= full.Score && full.Score <= hidden.Ceiling);
        }).Check(Many);

    [Fact]
    public void Given_any_data_When_summed_Then_score_lies_between_floor_and_ceiling_and_the_points_sum_to_it() =>
        Prop.ForAll(Cases.ToArbitrary(), sample =>
        {
            var card = Card(sample, sample.Months);
            var measured = card.Targets.Where(target => target.Points is not null).ToList();
            var sum = measured.Count == 0 ? (decimal?)null : 100m * measured.Sum(target => target.Points) / measured.Sum(target => target.Weight);
            return card.Score == sum && card.Coverage is >= 0m and <= 1m && (card.Score is null || (card.Floor <= card.Score && card.Score <= card.Ceiling));
        }).Check(Many);

    [Fact]
    public void Given_whole_data_When_summed_Then_floor_score_and_ceiling_are_one() =>
        Prop.ForAll(Cases.ToArbitrary(), sample =>
        {
            var whole = sample.Months.Select(months => months.Select(month => month with { CoveredPercent = 100, Baseline = month.Baseline is > 0 ? month.Baseline : 1 }).ToArray());
            var card = Card(sample, [.. whole]);
            return card.Coverage == 1m && card.Floor == card.Score && card.Ceiling == card.Score;
        }).Check(Many);

    [Fact]
    public void Given_any_rooms_When_one_hides_data_Then_the_agency_s_floor_never_rises() =>
        Prop.ForAll(Cases.ToArbitrary(), Cases.ToArbitrary(), (one, other) =>
        {
            var rules = new Case(one.Rules, other.Months, other.Hiding);
            var full = Some.Agency(PlanOf(one), [Card(one, one.Months), Card(rules, other.Months)]);
            var hidden = Some.Agency(PlanOf(one), [Card(one, Hide(one)), Card(rules, other.Months)]);
            return hidden.Floor <= full.Floor && hidden.Ceiling >= full.Ceiling;
        }).Check(Many);

    [Fact]
    public void Given_any_rooms_When_their_order_changes_Then_their_ranks_stay() =>
        Prop.ForAll(Cases.ArrayOf(5).ToArbitrary(), samples =>
        {
            var plan = PlanOf(samples[0]);
            var cards = samples.Select((sample, index) => (index.ToString(System.Globalization.CultureInfo.InvariantCulture), "a", Card(sample with { Rules = samples[0].Rules }, sample.Months))).ToList();
            var there = Ranking.Of(plan, cards).ToDictionary(unit => unit.Unit, unit => unit.Rank);
            cards.Reverse();
            return Ranking.Of(plan, cards).All(unit => there[unit.Unit] == unit.Rank);
        }).Check(Many);

    private static Plan PlanOf(Case sample) => Some.Plan(Some.Target("one", 3, Over("one", sample.Rules[0])), Some.Target("two", 7, Over("two", sample.Rules[1])));

    private static Rule Over(string id, Rule rule) => rule is Rule.Scaled { Figure: Figure.ShareOfBase share } scaled ? scaled with { Figure = share with { Indicator = id } } : rule;

    private static Scorecard Card(Case sample, MonthData[][] months) => Some.Card(PlanOf(sample), 2027, ("one", Evaluate(months[0])), ("two", Evaluate(months[1])));

    private static IndicatorResult Evaluate(MonthData[] months)
    {
        var facts = new SomeFacts(
        [
            .. months.Select((month, index) => SomeFacts.Month(
                index + 1, month.Amount, month.Baseline, month.CoveredPercent / 100m, month.EstimatedPercent / 100m, index == 6 ? 0.5m : 1m)),
        ]);
        return new GreenOfficeModule().Indicators[0].Evaluate(facts, AgencyCalendar.Vietnam.Year(2027), SomeFacts.AsOf);
    }

    /// <summary>Silences a meter in part of a month, loses a month's baseline, or silences the meter altogether.</summary>
    private static MonthData[][] Hide(Case sample)
    {
        var hiding = sample.Hiding;
        var months = sample.Months.Select(row => row.ToArray()).ToArray();
        var hidden = months[hiding.Which];
        var month = hidden[hiding.Month];
        switch (hiding.Way)
        {
            case 0:
                hidden[hiding.Month] = month with { Baseline = null };
                break;
            case 1:
                Array.Fill(hidden, new MonthData(0, month.Baseline, 0, 0));
                break;
            default:
                var covered = month.CoveredPercent * hiding.KeptPercent / 100;
                var silent = covered == month.CoveredPercent;
                hidden[hiding.Month] = silent ? month : month with { CoveredPercent = covered, Amount = covered == 0 ? 0 : month.Amount * hiding.AmountPercent / 100 };
                break;
        }

        return months;
    }

    private sealed record MonthData(int Amount, int? Baseline, int CoveredPercent, int EstimatedPercent);

    private sealed record Hiding(int Which, int Month, int KeptPercent, int AmountPercent, int Way);

    private sealed record Case(Rule[] Rules, MonthData[][] Months, Hiding Hiding);
}
