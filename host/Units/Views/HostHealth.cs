namespace EmulationPlatform.Units.Views;

/// <summary>One part of the host as <c>/health/ready</c> shows it.</summary>
/// <param name="Part">Stable English name: <c>storage</c>, <c>units</c>, <c>plugin:mqtt</c> …</param>
/// <param name="State"><c>ok</c>, <c>degraded</c> or <c>failed</c>; anything but <c>ok</c> in a vital part makes the answer 503.</param>
public sealed record HostHealth(string Part, string State, bool Vital, string Detail, IReadOnlyDictionary<string, long> Figures);
