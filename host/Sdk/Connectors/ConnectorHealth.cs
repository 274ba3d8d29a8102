namespace EmulationPlatform.Sdk;

/// <summary>State of a running connector, for the admin page and <c>/health/ready</c>.</summary>
/// <param name="Figures">Counters by stable English name, for example <c>connections</c>, <c>publishes</c>, <c>malformed</c>.</param>
public sealed record ConnectorHealth(bool Ready, string Detail, IReadOnlyDictionary<string, long> Figures);
