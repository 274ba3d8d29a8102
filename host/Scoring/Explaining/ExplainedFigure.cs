using EmulationPlatform.Sdk;

namespace EmulationPlatform.Scoring.Explaining;

/// <summary>A figure behind a rule.</summary>
/// <param name="Indicator">Id; an indicator of a module, or a declared figure.</param>
/// <param name="Value">In the measure; shares as 0 to 1.</param>
/// <param name="Required">Value that gives full attainment over the covered time.</param>
/// <param name="Reference">What it is compared with; null when with nothing.</param>
/// <param name="IsSmallSample">Fewer than ten are counted, so that one more or less moves much ("mẫu nhỏ").</param>
/// <param name="Inputs">Ids of sources and declarations.</param>
public sealed record ExplainedFigure(
    string Indicator,
    LocalizedText Name,
    string Measure,
    decimal? Value,
    decimal? Required,
    decimal? Reference,
    int? BaselineYear,
    bool FlatBaseline,
    decimal? Numerator,
    decimal? Denominator,
    bool IsSmallSample,
    Instant? UpdatedAt,
    IReadOnlyList<string> Inputs);
