using System.ComponentModel;
using EmulationPlatform.Units.Movement;

namespace EmulationPlatform.Web.Api.Shapes.Movement;

/// <summary>A figure that is declared by hand: the unit's own word and the verified one beside each other.</summary>
public sealed record DeclarationJson(
    string Unit,
    string Figure,
    LocalizedText Name,
    FigureForm Form,
    LocalizedText? Measure,
    [property: Description("For the form stage: from nothing to done.")] IReadOnlyList<LocalizedText> Stages,
    DataState State,
    [property: Description("What counts now; shares as 0 to 1.")] decimal? Value,
    LocalizedText? Reason,
    [property: Description("It waits for the Office.")] bool Waits,
    [property: Description("What the unit says; for a rating the median of the raters.")] decimal? Own,
    [property: Description("What somebody else found.")] decimal? Verified,
    [property: Description("Verified less own.")] decimal? Difference,
    [property: Description("It was sent back and waits for the unit.")] bool Returned,
    [property: Description("Oldest first; nothing is ever changed.")] IReadOnlyList<SaidJson> History)
{
    public static DeclarationJson Of(string unit, DeclarationView view, AgencyCalendar calendar) => new(
        unit,
        view.Figure.Id,
        view.Figure.Name,
        view.Figure.Form,
        view.Figure.Measure,
        view.Figure.Stages,
        view.Result.State,
        Figures.Round(view.Result.Value),
        view.Result.Reason,
        view.Waits,
        Figures.Round(view.Pair.Self),
        Figures.Round(view.Pair.Verified),
        Figures.Round(view.Pair.Difference),
        view.Pair.Returned is not null,
        [.. view.History.Select(said => SaidJson.Of(said, calendar))]);
}
