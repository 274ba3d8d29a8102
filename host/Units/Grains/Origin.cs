namespace EmulationPlatform.Units.Grains;

/// <summary>Where deliveries come from.</summary>
/// <param name="Name">Connector id, or <c>api</c>.</param>
/// <param name="No">Its number in the log.</param>
internal sealed record Origin(string Name, int No);
