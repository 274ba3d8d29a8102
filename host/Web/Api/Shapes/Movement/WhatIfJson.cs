using System.ComponentModel;

namespace EmulationPlatform.Web.Api.Shapes.Movement;

/// <summary>A unit's figures as they would be with another value of one figure.</summary>
public sealed record WhatIfJson(
    string Figure, decimal Supposed, decimal? Score, decimal? Coverage, decimal? Floor, decimal? Ceiling, string? Band, [property: Description("Only what would change.")] IReadOnlyList<WhatIfJson.Change> Targets)
{
    public static WhatIfJson Of(string figure, decimal value, Scorecard now, Scorecard then)
    {
        var changes = now.Targets.Zip(then.Targets).Where(pair => pair.First.Points != pair.Second.Points)
            .Select(pair => new Change(pair.Second.Target.Id, pair.Second.Target.Name, Figures.Round(pair.First.Points), Figures.Round(pair.Second.Points)));
        return new(
            figure, value, Figures.Round(then.Score), Figures.Round(then.Coverage), Figures.Round(then.Floor), Figures.Round(then.Ceiling), then.Band?.Id, [.. changes]);
    }

    public sealed record Change(string Target, LocalizedText Name, decimal? Before, decimal? After);
}
