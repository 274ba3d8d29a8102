using System.Collections.Frozen;

namespace EmulationPlatform.Connectors.Mqtt.Profiles;

/// <param name="Fixed">The factor; with a <paramref name="Source"/> the one for texts not in the table, or null for no reading.</param>
internal sealed record FactorSpec(decimal? Fixed, TextSource? Source, FrozenDictionary<string, decimal>? Table)
{
    public static FactorSpec One { get; } = new(1m, null, null);
}
