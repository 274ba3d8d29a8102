using EmulationPlatform.Sdk;

namespace EmulationPlatform.Units.Views;

/// <summary>Consumption over a range, start included, end excluded, both on whole hours.</summary>
/// <param name="Measure">Measure of the amounts, for example <c>kWh</c>.</param>
/// <param name="Coverage">0 to 1: part of the range up to now that is covered; time before the first reading ever does not count against it.</param>
public sealed record ConsumptionView(string Measure, Amount Total, decimal Coverage, IReadOnlyList<ConsumptionRow> Rows);
