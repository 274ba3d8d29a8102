using System.Reactive.Concurrency;
using System.Reactive.Linq;
using System.Reactive.Subjects;
using EmulationPlatform.Scoring.Scorecards;
using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.Records;
using EmulationPlatform.Units.Views;

namespace EmulationPlatform.Units.Scores;

/// <summary>Puts the units' cards together into the board: ranks, organisation figures, sequence numbers.</summary>
internal sealed class BoardKeeper : IDisposable
{
    /// <summary>Cards that come within this time make one new board.</summary>
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(100);

    private readonly ISubject<UnitScored> scored = Subject.Synchronize(new Subject<UnitScored>());
    private readonly Subject<BoardChange> changes = new();
    private readonly Dictionary<string, UnitScored> cards = [];
    private readonly Lock gate = new();
    private readonly IDisposable subscription;
    private Dictionary<string, UnitRecord> units = [];
    private ScoringTerms terms;
    private BoardAssembly assembly;
    private long sequence;
    private volatile ScoreboardView board;

    /// <param name="scheduler">Clock of the gathering; virtual in tests.</param>
    public BoardKeeper(ScoringTerms terms, Instant startedAt, IScheduler scheduler)
    {
        this.terms = terms;
        assembly = new BoardAssembly(terms);

        // Microseconds since 1970: later starts go on above everything an earlier run has given out.
        sequence = startedAt.UnixMilliseconds * 1_000;
        board = Assemble(startedAt, []);
        subscription = scored.GatheredFor(Gathering, scheduler).Subscribe(Publish);
    }

    public ScoreboardView Board => board;

    public IObservable<BoardChange> Changes => changes;

    public void Scored(UnitScored card) => scored.OnNext(card);

    /// <summary>Starts over with these units and this plan; cards of units that are still there stay until new ones come.</summary>
    public void Reset(ScoringTerms newTerms, IEnumerable<UnitRecord> newUnits, Instant now)
    {
        lock (gate)
        {
            terms = newTerms;
            assembly = new BoardAssembly(newTerms);
            units = newUnits.ToDictionary(unit => unit.Id);
            foreach (var gone in cards.Keys.Where(unit => !units.ContainsKey(unit)).ToList())
            {
                cards.Remove(gone);
            }

            board = Assemble(now, board.Units.ToDictionary(row => row.Unit));
        }
    }

    public void Dispose()
    {
        subscription.Dispose();

        // Completed, not disposed: a gathering that is on its way finds nobody listening instead of a disposed subject.
        changes.OnCompleted();
    }

    private void Publish(IList<UnitScored> batch)
    {
        List<BoardChange> told;
        lock (gate)
        {
            var before = board.Units.ToDictionary(row => row.Unit);
            foreach (var card in batch.Where(card => units.ContainsKey(card.Card.Unit)))
            {
                cards[card.Card.Unit] = card;
            }

            var after = Assemble(batch[^1].ComputedAt, before);
            board = after;
            told = [.. after.Units.Where(row => !before.TryGetValue(row.Unit, out var old) || old.Sequence != row.Sequence).Select(row => new BoardChange(row, after))];
        }

        foreach (var change in told)
        {
            changes.OnNext(change);
        }
    }

    private ScoreboardView Assemble(Instant asOf, Dictionary<string, UnitRow> before)
    {
        var plan = terms.Plan;
        var compared = assembly.Compared(cards.Values);
        var comparedBefore = assembly.ComparedBefore(cards.Values);
        var rows = new List<UnitRow>();
        foreach (var ranked in Ranking.Of(plan, [.. compared.Select(card => (card.Unit, units[card.Unit].Group, card))]))
        {
            var record = units[ranked.Unit];
            var earlier = assembly.Earlier(comparedBefore, ranked.Unit);
            var unchanged = before.TryGetValue(ranked.Unit, out var old)
                && ReferenceEquals(old.Card, ranked.Card) && ReferenceEquals(old.Earlier?.Card, earlier?.Card) && old.Rank == ranked.Rank && old.Group == record.Group && old.Name == record.Name;
            rows.Add(unchanged ? old! : new UnitRow(ranked.Unit, record.Name, record.Group, ranked.Card, ranked.Rank, ++sequence, cards[ranked.Unit].ComputedAt) { Earlier = earlier });
        }

        return new ScoreboardView(plan, asOf, terms.PeriodAt(asOf), sequence, assembly.Organisation(compared, asOf), BoardOrder.Of(rows))
        {
            Earlier = assembly.OrganisationBefore(comparedBefore, asOf),
        };
    }
}
