namespace EmulationPlatform.Web.Api.Shapes;

/// <summary>The four figures of a unit, or of the agency, by the plan's version before.</summary>
public sealed record EarlierCardJson(int Version, decimal? Score, decimal? Coverage, decimal? Floor, decimal? Ceiling, string? Band);
