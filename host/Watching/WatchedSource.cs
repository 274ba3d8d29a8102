namespace EmulationPlatform.Watching;

/// <summary>A source to be watched.</summary>
/// <param name="Id">The source's id.</param>
/// <param name="Measure">Measure of its amounts: <c>kWh</c>, <c>m3</c>, <c>pages</c> …</param>
/// <param name="Settings">The agency's, with what the source has of its own.</param>
public sealed record WatchedSource(string Id, string Measure, WatchSettings Settings, WatchSeed Seed);
