using EmulationPlatform.Web.Api.Shapes;

namespace EmulationPlatform.Web.Api.Export;

/// <summary>One row per unit and target, so that a table of all can be filtered and summed by either.</summary>
/// <param name="Target">Null for a unit that has no target.</param>
internal sealed record ScoreRow(UnitRowJson Unit, TargetJson? Target)
{
    public static IEnumerable<ScoreRow> Of(ScoreboardJson board) =>
        board.Units.SelectMany(unit => unit.Targets.DefaultIfEmpty(), (unit, target) => new ScoreRow(unit, target));
}
