using System.ComponentModel;

namespace EmulationPlatform.Web.Api.Shapes;

/// <summary>One unit on the board; also the data of a live <c>scorecard</c> event.</summary>
public sealed record UnitRowJson(
    string Unit,
    LocalizedText Name,
    [property: Description("Peer group; empty without one.")] string Group,
    [property: Description("0 to 100 over what is measured; null while nothing is. Always read it together with coverage, floor and ceiling.")]
    decimal? Score,
    [property: Description("0 to 1 over everything due; null when nothing is due.")] decimal? Coverage,
    [property: Description("0 to 100, the worst assumed where something is missing.")] decimal? Floor,
    [property: Description("0 to 100, the best assumed where something is missing.")] decimal? Ceiling,
    [property: Description("Band of the plan; null without a score or when coverage is too low to classify.")] string? Band,
    LocalizedText? BandName,
    [property: Description("1-2-2-4 within the group; null when coverage is too low to rank.")] int? Rank,
    [property: Description("What stands behind the score as a whole: the weakest state among its targets.")] DataState State,
    [property: Description("Id of the live event that told this row's last change.")] long Sequence,
    DateTimeOffset ComputedAt,
    IReadOnlyList<TargetJson> Targets)
{
    [Description("Points of encouraged targets, beside the hundred.")]
    public decimal Bonus { get; init; }

    [Description("A prohibition is broken: awards wait.")]
    public bool Held { get; init; }

    [Description("What score, coverage, floor and ceiling are quotients of; null in results that were frozen without.")]
    public SheetSumJson? Sum { get; init; }

    [Description("By the plan's version before, shown until a period is frozen; null when only one is shown.")]
    public EarlierCardJson? Earlier { get; init; }
}
