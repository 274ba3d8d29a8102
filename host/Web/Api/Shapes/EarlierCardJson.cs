namespace EmulationPlatform.Web.Api.Shapes;

/// <summary>A unit's four figures by the plan's version before.</summary>
public sealed record EarlierCardJson(int Version, decimal? Score, decimal? Coverage, decimal? Floor, decimal? Ceiling, string? Band);
