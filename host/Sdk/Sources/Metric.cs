namespace EmulationPlatform.Sdk;

/// <summary>A quantity that is metered.</summary>
/// <param name="Id">Lower case, for example <c>electricity</c>.</param>
/// <param name="CounterMeasure">Measure of its registers, for example <c>kWh</c>.</param>
/// <param name="GaugeMeasure">Measure of its momentary values, for example <c>W</c>; null when it has none.</param>
public sealed record Metric(string Id, LocalizedText Name, string CounterMeasure, string? GaugeMeasure);
