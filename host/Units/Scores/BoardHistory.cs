using EmulationPlatform.Scoring.Scorecards;
using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.Records;
using EmulationPlatform.Storage.Tables;
using EmulationPlatform.Units.Ledger;
using EmulationPlatform.Units.Movement;
using EmulationPlatform.Units.Views;
using Microsoft.Data.Sqlite;

namespace EmulationPlatform.Units.Scores;

/// <summary>Boards of past moments, from stored hours before them; the hour in which the moment lies is left out.</summary>
internal sealed class BoardHistory(AgencySetup setup)
{
    /// <summary>What is known now about then, by the plan in force now.</summary>
    public ScoreboardView KnownNow(AgencyRuntime runtime, Instant asOf, long sequence) =>
        setup.Database.Read(connection => At(connection, runtime, runtime.Terms, asOf, sequence));

    /// <summary>What was known then: readings, acts, base years, declarations and the plan as they were; units and meters as they are.</summary>
    public ScoreboardView KnownThen(AgencyRuntime runtime, Instant asOf, long sequence) => setup.Database.ReadPast(asOf, view =>
    {
        var plans = PlanShelf.Load(view.Connection, setup);
        var terms = ScoringTerms.Of(plans, setup, DeclaredBook.Load(view.Connection, setup), unit => runtime.Units.GetValueOrDefault(unit));
        Scores.KnownThen.Prepare(view, setup, terms.PeriodAt(asOf).Start);
        return At(view.Connection, runtime, terms, asOf, sequence);
    });

    /// <summary>A period that is over, as it stands at a moment after it: what was said late counts, and nothing is to come any more.</summary>
    /// <param name="plans">Of now; the version that was in use when it ended scores it, a later one scores later years.</param>
    public ScoreboardView OfEnded(AgencyRuntime runtime, PlanBook plans, Period period, Instant asOf, long sequence)
    {
        var terms = ScoringTerms.Of(plans.InUseAt(period.End), setup, runtime.Terms.Declared, unit => runtime.Units.GetValueOrDefault(unit)) with { Ended = period };
        return setup.Database.Read(connection => At(connection, runtime, terms, asOf, sequence));
    }

    private ScoreboardView At(SqliteConnection connection, AgencyRuntime runtime, ScoringTerms terms, Instant asOf, long sequence)
    {
        var units = runtime.Units.Values.Where(unit => Existed(unit, terms.PeriodAt(asOf))).ToDictionary(unit => unit.Id);
        var cards = Cards(connection, runtime, terms, units.Keys, asOf);
        var assembly = new BoardAssembly(terms);
        var (compared, before) = (assembly.Compared(cards), assembly.ComparedBefore(cards));
        var ranked = Ranking.Of(terms.Plan, [.. compared.Select(card => (card.Unit, units[card.Unit].Group, card))]);
        var rows = ranked.Select(row => new UnitRow(row.Unit, units[row.Unit].Name, row.Group, row.Card, row.Rank, sequence, asOf) { Earlier = assembly.Earlier(before, row.Unit) });
        return new ScoreboardView(terms.Plan, asOf, terms.PeriodAt(asOf), sequence, assembly.Organisation(compared, asOf), BoardOrder.Of(rows))
        {
            Earlier = assembly.OrganisationBefore(before, asOf),
        };
    }

    private bool Existed(UnitRecord unit, Period period) =>
        unit.Headcount is not [var first, ..] || setup.Calendar.StartOf(first.From) < period.End;

    private List<UnitScored> Cards(SqliteConnection connection, AgencyRuntime runtime, ScoringTerms terms, IEnumerable<string> units, Instant asOf)
    {
        var tree = runtime.Tree();
        var until = terms.PeriodAt(asOf).UpTo(asOf);
        var builder = runtime.Shares(tree);
        var baselines = BaselineTable.All(connection);
        var sources = runtime.Sources.All.ToList();
        return
        [
            .. units.Select(unit =>
            {
                var shares = builder.All(connection, sources, unit, until, pastOnly: true).Where(share => share.FirstAt < until);
                var facts = new PastFacts(unit, [.. shares], [.. baselines.Where(baseline => baseline.Unit == unit)], setup.Calendar);
                return new UnitScorer(terms).Score(facts, null, asOf);
            }),
        ];
    }

    private sealed class PastFacts(string unit, IReadOnlyList<SourceShare> shares, IReadOnlyList<BaselineRecord> baselines, AgencyCalendar calendar) : IUnitFacts
    {
        public string Unit => unit;

        public ConsumptionFacts Consumption(string metric, Period period, Instant asOf) => ConsumptionBuilder.Build(
            metric,
            period,
            asOf,
            shares.Where(share => share.Source.Metric == metric),
            baselines.Where(baseline => baseline.Metric == metric).MaxBy(baseline => baseline.Year),
            calendar);
    }
}
