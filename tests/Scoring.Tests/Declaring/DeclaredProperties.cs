using EmulationPlatform.Scoring.Declaring;
using EmulationPlatform.Scoring.Evaluating;
using EmulationPlatform.Scoring.Plans;
using EmulationPlatform.Scoring.Rules;
using EmulationPlatform.Sdk;
using FsCheck;
using FsCheck.Fluent;
using static EmulationPlatform.Scoring.Tests.Declaring.SomeDeclarations;

namespace EmulationPlatform.Scoring.Tests.Declaring;

/// <summary>Laws of declared figures, whatever people enter in whatever order.</summary>
public sealed class DeclaredProperties
{
    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(1_000);
    private static readonly Instant Start = At("2026-10-01 08:00");

    private static readonly Gen<FigureForm> Forms = Gen.Elements(Enum.GetValues<FigureForm>());

    /// <summary>Forms of which more is better, as the rule below asks for; those whose entries are the unit's own.</summary>
    private static readonly Gen<FigureForm> UnitForms = Gen.Elements(FigureForm.Ratio, FigureForm.Number, FigureForm.Amount, FigureForm.YesNo, FigureForm.Stage);

    private static readonly Gen<Declaration> Entries =
        from kind in Gen.Frequency((4, Gen.Constant(DeclarationKind.Declared)), (3, Gen.Elements(Enum.GetValues<DeclarationKind>())))
        from author in Gen.Elements("an", "bình", "vp")
        from hours in Gen.Choose(0, 2_200)
        from value in Gen.Frequency((5, Gen.Choose(0, 4).Select(number => (decimal?)number)), (1, Gen.Constant<decimal?>(null)))
        from evidenceDaysAgo in Gen.Choose(0, 500)
        select new Declaration(0, "van-phong", "digitalization.some", "2026", kind, author, Start.Plus(TimeSpan.FromHours(hours)))
        {
            Value = value,
            Whole = 4m,
            BaseYear = 2025,
            EvidenceOn = new DateOnly(2026, 11, 1).AddDays(-evidenceDaysAgo),
            CameAt = Start.Plus(TimeSpan.FromHours(hours)),
            Rater = author,
        };

    private static readonly Gen<Declaration[]> Histories =
        from size in Gen.Choose(0, 8)
        from entries in Entries.ArrayOf(size)
        select entries.Select((entry, index) => entry with { No = index + 1 }).ToArray();

    private static readonly Gen<string> Moments = Gen.Elements("2026-10-20 08:00", "2026-11-09 23:59", "2026-11-12 08:00", "2026-11-16 00:00", "2026-12-31 08:00");

    private static readonly Gen<string> AfterDue = Gen.Elements("2026-11-10 00:00", "2026-11-12 08:00", "2026-11-16 00:00", "2026-12-31 08:00");

    [Fact]
    public void Given_any_entries_When_their_order_changes_Then_nothing_else_does() =>
        Prop.ForAll(
            (from form in Forms from history in Histories from mixed in Gen.Shuffle(history) from asOf in Moments select (form, history, mixed, asOf)).ToArbitrary(),
            sample =>
            {
                var (figure, clock) = (Figure(sample.form), Clock(sample.asOf));
                var (one, other) = (DeclaredFigure.Of(figure, sample.history, clock), DeclaredFigure.Of(figure, sample.mixed, clock));
                var (pair, otherPair) = (DeclaredFigure.Both(figure, sample.history, clock), DeclaredFigure.Both(figure, sample.mixed, clock));
                return Same(one, other)
                    && (pair.Self, pair.Verified, pair.CheckedCounts, pair.Said?.No, pair.Checked?.No) == (otherPair.Self, otherPair.Verified, otherPair.CheckedCounts, otherPair.Said?.No, otherPair.Checked?.No);
            }).Check(Many);

    [Fact]
    public void Given_any_entries_When_looked_back_at_Then_later_ones_change_nothing() =>
        Prop.ForAll((from form in Forms from history in Histories from asOf in Moments select (form, history, asOf)).ToArbitrary(), sample =>
        {
            var (figure, clock) = (Figure(sample.form), Clock(sample.asOf));
            return Same(DeclaredFigure.Of(figure, sample.history, clock), DeclaredFigure.Of(figure, [.. sample.history.Where(entry => entry.At <= clock.AsOf)], clock));
        }).Check(Many);

    [Fact]
    public void Given_any_entries_When_read_Then_a_known_value_lies_between_its_bounds_and_an_unknown_one_has_a_reason() =>
        Prop.ForAll((from form in Forms from history in Histories from asOf in Moments select (form, history, asOf)).ToArbitrary(), sample =>
        {
            var result = DeclaredFigure.Of(Figure(sample.form), sample.history, Clock(sample.asOf));
            return result.IsKnown
                ? result.Least <= result.Value && result.Value <= result.Most && result.Coverage == 1m && result.Inputs.Count > 0
                : result is { Value: null, Coverage: 0m, Reason: not null };
        }).Check(Many);

    /// <summary>The law as a unit meets it: saying nothing at all is never better than what it said.</summary>
    [Fact]
    public void Given_any_entries_When_the_unit_had_said_nothing_Then_the_floor_is_no_higher() =>
        Prop.ForAll((from form in UnitForms from history in Histories from asOf in AfterDue from demanded in Gen.Choose(1, 4) select (form, history, asOf, demanded)).ToArbitrary(), sample =>
        {
            var silent = sample.history.Where(entry => entry.Kind != DeclarationKind.Declared).ToList();
            return Floor(sample.form, silent, sample.asOf, sample.demanded) <= Floor(sample.form, sample.history, sample.asOf, sample.demanded);
        }).Check(Many);

    /// <summary>
    /// Any one entry may be hidden as long as values do not fall from entry to entry: a newer, lower value is a correction, and what stands
    /// without it is the value that was said before.
    /// </summary>
    [Fact]
    public void Given_entries_that_never_fall_When_one_that_was_declared_is_hidden_Then_the_floor_never_rises() =>
        Prop.ForAll((from form in UnitForms from history in Histories from asOf in AfterDue from demanded in Gen.Choose(1, 4) from which in Gen.Choose(0, 7) select (form, history, asOf, demanded, which)).ToArbitrary(), sample =>
        {
            var rising = Rising(sample.history, sample.form == FigureForm.YesNo ? 1m : 4m);
            var hidden = rising.Where((entry, index) => index != sample.which || entry.Kind != DeclarationKind.Declared).ToList();
            return Floor(sample.form, hidden, sample.asOf, sample.demanded) <= Floor(sample.form, rising, sample.asOf, sample.demanded);
        }).Check(Many);

    /// <summary>Before the due day as well: what was said is due, and taking it back hides nothing.</summary>
    [Fact]
    public void Given_something_that_was_said_When_it_is_withdrawn_or_returned_Then_it_stays_due_and_the_floor_never_rises() =>
        Prop.ForAll((from form in UnitForms from history in Histories from asOf in Moments from demanded in Gen.Choose(1, 4) from isReturn in Gen.Elements(true, false) select (form, history, asOf, demanded, isReturn)).ToArbitrary(), sample =>
        {
            var kind = sample.isReturn ? DeclarationKind.Returned : DeclarationKind.Withdrawn;
            var hidden = (Declaration[])[.. sample.history, new Declaration(99, "van-phong", "digitalization.some", "2026", kind, "vp", At(sample.asOf))];
            var wasKnown = DeclaredFigure.Of(Figure(sample.form), sample.history, Clock(sample.asOf)).IsKnown;
            return !wasKnown || (DeclaredFigure.Of(Figure(sample.form), hidden, Clock(sample.asOf)).State == DataState.NoData
                && Floor(sample.form, hidden, sample.asOf, sample.demanded) <= Floor(sample.form, sample.history, sample.asOf, sample.demanded));
        }).Check(Many);

    /// <summary>In order of time with values that grow; units declare, the Office does the rest.</summary>
    private static List<Declaration> Rising(Declaration[] history, decimal most)
    {
        var values = history.Select(entry => Math.Min(entry.Value ?? 0m, most)).Order().ToList();
        var days = history.Select(entry => entry.EvidenceOn).Order().ToList();
        return
        [
            .. history.OrderBy(entry => entry.At).Select((entry, index) => entry with
            {
                No = index + 1,
                Value = values[index],
                EvidenceOn = days[index],
                Author = entry.Kind is DeclarationKind.Declared or DeclarationKind.Withdrawn ? "an" : "vp",
            }),
        ];
    }

    private static decimal Floor(FigureForm form, IReadOnlyList<Declaration> entries, string asOf, int demanded)
    {
        var full = form is FigureForm.Ratio or FigureForm.YesNo ? demanded / 4m : demanded;
        var rule = new Rule.Scaled(RuleKind.AtLeast, new Figure.Value("digitalization.some"), new Scale.Linear(Course.Flat(0m), Course.Flat(full)));
        var outcome = RuleEvaluator.Evaluate(rule, new UnitInputs
        {
            Unit = "van-phong",
            Group = "a",
            Period = AgencyCalendar.Vietnam.Year(2026),
            AsOf = At(asOf),
            Results = new Dictionary<string, IndicatorResult> { ["digitalization.some"] = DeclaredFigure.Of(Figure(form), entries, Clock(asOf)) },
        });
        return outcome.Floor;
    }

    private static bool Same(IndicatorResult one, IndicatorResult other)
    {
        IReadOnlyList<string> none = [];
        return one.Inputs.SequenceEqual(other.Inputs) && one with { Inputs = none } == other with { Inputs = none };
    }
}
