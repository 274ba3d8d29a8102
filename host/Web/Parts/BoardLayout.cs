using EmulationPlatform.Web.Api.Shapes;
using EmulationPlatform.Web.Texts;

namespace EmulationPlatform.Web.Parts;

/// <summary>The board in the order it is read: groups of the plan, in each its bands from the best, in each the units.</summary>
public sealed record BoardLayout(IReadOnlyList<BoardLayout.Group> Groups)
{
    public sealed record Group(string Id, string Name, IReadOnlyList<Band> Bands);

    /// <param name="Id">Empty for units that are not in a band: without a score, or with too little coverage.</param>
    /// <param name="Tone">Number of its colour, from the best band; null for no band.</param>
    public sealed record Band(string Id, string Name, int? Tone, IReadOnlyList<UnitRowJson> Units);

    public static BoardLayout Of(ScoreboardJson board, Words words)
    {
        var known = board.Plan.Groups.Select(group => group.Id).ToHashSet();

        // A unit may be in a group that this plan does not know, or in none; it is shown all the same.
        var others = board.Units.Select(unit => unit.Group).Where(group => !known.Contains(group)).Distinct();
        var groups = board.Plan.Groups.Select(group => (group.Id, Name: words.Of(group.Name)))
            .Concat(others.Select(id => (Id: id, Name: id.Length == 0 ? words["Board.NoGroup"] : id)));
        return new BoardLayout([.. groups.Select(group => new Group(group.Id, group.Name, Bands(board, group.Id, words)))]);
    }

    /// <summary>A row without values; the script copies it for a unit that comes new to the board, until it has fetched the page again.</summary>
    public static UnitRowJson Blank(ScoreboardJson board) =>
        new("", new LocalizedText("", ""), "", null, null, null, null, null, null, null, DataState.NoData, 0, board.AsOf, []);

    /// <summary>A band has the same colour wherever its name stands.</summary>
    public static int? Tone(PlanJson plan, string? band)
    {
        var place = plan.Bands.Index().FirstOrDefault(known => known.Item.Id == band);
        return place.Item is null ? null : place.Index + 1;
    }

    private static List<Band> Bands(ScoreboardJson board, string group, Words words)
    {
        var units = board.Units.Where(unit => unit.Group == group).ToLookup(unit => unit.Band ?? "");
        return
        [
            .. board.Plan.Bands.Select(band => new Band(band.Id, words.Of(band.Name), Tone(board.Plan, band.Id), Sorted(units[band.Id]))),
            new Band("", words["Board.NoBand"], Tone: null, Sorted(units[""])),
        ];
    }

    // The order of the board (Vietnamese names) holds among equals, so that nobody jumps about without reason.
    private static List<UnitRowJson> Sorted(IEnumerable<UnitRowJson> units) => [.. units.OrderBy(unit => unit.Rank ?? int.MaxValue)];
}
