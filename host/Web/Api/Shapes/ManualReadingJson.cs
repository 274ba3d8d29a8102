namespace EmulationPlatform.Web.Api.Shapes;

/// <summary>A reading that a person took from the meter.</summary>
public sealed record ManualReadingJson(string Source, DateTimeOffset At, decimal Value, string Reason, string? Evidence, string Author);
