using EmulationPlatform.Scoring.Scorecards;
using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.Records;
using EmulationPlatform.Storage.Tables;
using EmulationPlatform.Units.Ledger;
using EmulationPlatform.Units.Views;
using Microsoft.Data.Sqlite;

namespace EmulationPlatform.Units.Scores;

/// <summary>Boards of past moments, from stored hours before them; the hour in which the moment lies is left out.</summary>
internal sealed class BoardHistory(AgencySetup setup, ScoringTerms terms)
{
    public ScoreboardView At(AgencyRuntime runtime, Instant asOf, long sequence)
    {
        var units = runtime.Units.Values.ToDictionary(unit => unit.Id);
        var cards = setup.Database.Read(connection => Cards(connection, runtime, units.Keys, asOf));
        var (plan, earlier) = (terms.Plan, cards.ToDictionary(scored => scored.Card.Unit, scored => scored.Earlier));
        var compared = new PeerPass(terms).Of(cards.Select(scored => scored.Card)).ToList();
        var ranked = Ranking.Of(plan, [.. compared.Select(card => (card.Unit, units[card.Unit].Group, card))]);
        var rows = ranked.Select(row => new UnitRow(row.Unit, units[row.Unit].Name, row.Group, row.Card, row.Rank, sequence, asOf) { Earlier = earlier[row.Unit] });
        var organisation = OrganisationCalculator.Calculate(plan, compared, terms.OwnInputs(asOf), terms.MeasureOf);
        return new ScoreboardView(plan, asOf, terms.PeriodAt(asOf), sequence, organisation, BoardOrder.Of(rows));
    }

    private List<UnitScored> Cards(SqliteConnection connection, AgencyRuntime runtime, IEnumerable<string> units, Instant asOf)
    {
        var tree = runtime.Tree();
        var builder = runtime.Shares(tree);
        var baselines = BaselineTable.All(connection);
        var sources = runtime.Sources.All.ToList();
        return
        [
            .. units.Select(unit =>
            {
                var shares = builder.All(connection, sources, unit, asOf, pastOnly: true).Where(share => share.FirstAt < asOf);
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
