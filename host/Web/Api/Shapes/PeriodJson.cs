namespace EmulationPlatform.Web.Api.Shapes;

/// <summary>Start included, end excluded.</summary>
public sealed record PeriodJson(string Name, DateTimeOffset Start, DateTimeOffset End);
