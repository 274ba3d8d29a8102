using System.ComponentModel;
using EmulationPlatform.Scoring.Explaining;

namespace EmulationPlatform.Web.Api.Shapes.Movement;

/// <summary>Something that can be done for points; the cheapest first.</summary>
public sealed record NextStepJson(
    string Target,
    LocalizedText Name,
    [property: Description("Points that are due and not reached.")] decimal Gain,
    [property: Description("Points whose time has not come and that can be reached all the same.")] decimal Later,
    [property: Description("Among the unit's steps; 1 is the cheapest.")] int Place,
    Effort Effort,
    [property: Description("Role whose work it is.")] string By,
    decimal? Value,
    [property: Description("Value that would give all of them; null when no single value does.")] decimal? Required,
    string Measure)
{
    [Description("Of a target with several parts: the one that lacks most; null for a single figure.")]
    public LocalizedText? Part { get; init; }

    public static NextStepJson Of(NextStep step, Role by) => new(
        step.Target.Id, step.Target.Name, Figures.Round(step.Gain), Figures.Round(step.Later), step.Place, step.Target.Effort, by.ToString(), Figures.Round(step.Value),
        Figures.Round(step.Required), step.Measure)
    {
        Part = step.Part,
    };
}
