using EmulationPlatform.Storage.ReadingLog;

namespace EmulationPlatform.Units.Facilities;

/// <summary>How a source is shared out among units from a day on.</summary>
/// <param name="Key">Whole is no sharing.</param>
/// <param name="Weights">Units with their weights, which only count for fixed shares.</param>
public sealed record Sharing(ShareKey Key, IReadOnlyList<KeyValuePair<string, decimal>> Weights, string Reason);
