namespace EmulationPlatform.Load.Limits;

/// <summary>One row of the table of readings.</summary>
/// <param name="AtMilliseconds">Unix milliseconds.</param>
/// <param name="ValueNano">10⁻⁹ of the measure.</param>
internal readonly record struct ReadingRow(int Source, long AtMilliseconds, long ValueNano);
