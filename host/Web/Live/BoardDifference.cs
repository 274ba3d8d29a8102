namespace EmulationPlatform.Web.Live;

/// <summary>Remembers what a viewer was told and says what is new to it.</summary>
internal sealed class BoardDifference
{
    private readonly Dictionary<string, (long Sequence, int? Rank)> told = [];
    private OrganisationCard? organisation;

    /// <summary>Everything is taken as told with the first board.</summary>
    public void Start(ScoreboardView board)
    {
        told.Clear();
        foreach (var row in board.Units)
        {
            told[row.Unit] = (row.Sequence, row.Rank);
        }

        organisation = board.Organisation;
    }

    /// <returns>Rows that changed, oldest change first. A rank may change with another unit's score.</returns>
    public IReadOnlyList<UnitRow> Rows(ScoreboardView board)
    {
        var changed = new List<UnitRow>();
        foreach (var row in board.Units)
        {
            if (!told.TryGetValue(row.Unit, out var before) || before != (row.Sequence, row.Rank))
            {
                told[row.Unit] = (row.Sequence, row.Rank);
                changed.Add(row);
            }
        }

        changed.Sort((left, right) => left.Sequence.CompareTo(right.Sequence));
        return changed;
    }

    public bool OrganisationChanged(ScoreboardView board)
    {
        if (ReferenceEquals(organisation, board.Organisation))
        {
            return false;
        }

        organisation = board.Organisation;
        return true;
    }

    /// <summary>Another plan, another period, or a unit that is gone: the viewer needs the whole board again.</summary>
    public bool NeedsWhole(ScoreboardView before, ScoreboardView board) =>
        !ReferenceEquals(before.Plan, board.Plan) || before.Period != board.Period || told.Count > board.Units.Count;
}
