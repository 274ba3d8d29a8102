namespace EmulationPlatform.Sdk;

/// <summary>A quantity that is metered.</summary>
/// <param name="Id">Lower case, for example <c>electricity</c>.</param>
/// <param name="CounterMeasure">Measure of its registers, for example <c>kWh</c>.</param>
/// <param name="GaugeMeasure">Measure of its momentary values, for example <c>W</c>; null when it has none.</param>
public sealed record Metric(string Id, LocalizedText Name, string CounterMeasure, string? GaugeMeasure)
{
    /// <summary>
    /// False when its counters do not begin at 0 after a repair, as printers' do not: a fall that stays then counts nothing.
    /// </summary>
    public bool RestartsAtZero { get; init; } = true;

    /// <summary>A fall of a register by up to this much is passed over, in <see cref="CounterMeasure"/>.</summary>
    public decimal Jitter { get; init; }
}
