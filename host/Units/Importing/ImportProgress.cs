namespace EmulationPlatform.Units.Importing;

/// <summary>How far a long import is.</summary>
/// <param name="Step">What is being done.</param>
/// <param name="Done">Rows done.</param>
/// <param name="Part">0 to 1; null while the whole is not known.</param>
public sealed record ImportProgress(string Step, long Done, double? Part);
