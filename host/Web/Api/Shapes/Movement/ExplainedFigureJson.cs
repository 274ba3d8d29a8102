using System.ComponentModel;
using EmulationPlatform.Scoring.Explaining;

namespace EmulationPlatform.Web.Api.Shapes.Movement;

/// <summary>A figure behind a rule.</summary>
public sealed record ExplainedFigureJson(
    string Indicator,
    LocalizedText Name,
    string Measure,
    [property: Description("In the measure; shares as 0 to 1.")] decimal? Value,
    decimal? Required,
    decimal? Reference,
    int? BaselineYear,
    bool FlatBaseline,
    decimal? Numerator,
    decimal? Denominator,
    [property: Description("Fewer than ten are counted.")] bool SmallSample,
    DateTimeOffset? UpdatedAt,
    [property: Description("What it was made of, each with its address.")] IReadOnlyList<InputJson> Inputs)
{
    private const string Declaration = "declaration/";

    public static ExplainedFigureJson Of(ExplainedFigure figure, AgencyCalendar calendar) => new(
        figure.Indicator,
        figure.Name,
        figure.Measure,
        Figures.Round(figure.Value),
        Figures.Round(figure.Required),
        Figures.Round(figure.Reference),
        figure.BaselineYear,
        figure.FlatBaseline,
        figure.Numerator,
        figure.Denominator,
        figure.IsSmallSample,
        figure.UpdatedAt is { } updated ? calendar.ToLocal(updated) : null,
        [.. figure.Inputs.Select(Input)]);

    private static InputJson Input(string id) => id.StartsWith(Declaration, StringComparison.Ordinal)
        ? new(id, "declaration", $"/api/v1/declarations/{id[Declaration.Length..]}")
        : new(id, "source", $"/api/v1/sources/{Uri.EscapeDataString(id)}/readings");
}
