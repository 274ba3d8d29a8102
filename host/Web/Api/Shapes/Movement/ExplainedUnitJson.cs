using System.ComponentModel;
using EmulationPlatform.Scoring.Explaining;

namespace EmulationPlatform.Web.Api.Shapes.Movement;

/// <summary>A unit behind the agency's points.</summary>
public sealed record ExplainedUnitJson(
    string Unit,
    LocalizedText Name,
    DataState State,
    decimal? Attainment,
    [property: Description("It owes the target by now, so that it counts.")] bool Due,
    [property: Description("It meets the target in full.")] bool Meets,
    [property: Description("The unit's own explanation.")] string Href)
{
    public static ExplainedUnitJson Of(ExplainedUnit unit, ScoreboardView board) => new(
        unit.Unit,
        board.Units.First(row => row.Unit == unit.Unit).Name,
        unit.Score.State,
        Figures.Round(unit.Score.Attainment),
        unit.IsDue,
        unit.Meets,
        $"/api/v1/units/{Uri.EscapeDataString(unit.Unit)}/targets/{Uri.EscapeDataString(unit.Score.Target.Id)}/explanation");
}
