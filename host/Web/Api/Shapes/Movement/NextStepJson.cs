using System.ComponentModel;
using EmulationPlatform.Scoring.Explaining;

namespace EmulationPlatform.Web.Api.Shapes.Movement;

/// <summary>Something a unit can do for points; the cheapest first.</summary>
public sealed record NextStepJson(
    string Target,
    LocalizedText Name,
    [property: Description("Points that are due and not reached.")] decimal Gain,
    Effort Effort,
    decimal? Value,
    [property: Description("Value that would give all of them; null when no single value does.")] decimal? Required,
    string Measure)
{
    public static NextStepJson Of(NextStep step) => new(
        step.Target.Id, step.Target.Name, Figures.Round(step.Gain), step.Target.Effort, Figures.Round(step.Value), Figures.Round(step.Required), step.Measure);
}
