namespace EmulationPlatform.Sdk;

/// <summary>
/// A formula over a unit's facts. Pure: same facts, same answer. An exception makes this indicator failed for this unit and
/// nothing else.
/// </summary>
public interface IIndicator
{
    /// <summary>Module id, a dot, a word: <c>green-office.electricity</c>. Plans name it.</summary>
    string Id { get; }

    LocalizedText Name { get; }

    /// <summary>Measure of its value, for example <c>kWh</c>.</summary>
    string Measure { get; }

    /// <summary>Metrics it reads; it is recomputed when one of them changes.</summary>
    IReadOnlyList<string> Metrics { get; }

    /// <param name="asOf">End of what is looked at; within or after <paramref name="period"/>.</param>
    IndicatorResult Evaluate(IUnitFacts facts, Period period, Instant asOf);
}
