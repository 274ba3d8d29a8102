namespace EmulationPlatform.App;

/// <summary>What the command line says about a run.</summary>
/// <param name="DataFolder">Full path.</param>
/// <param name="Urls">Addresses of the pages and the API, separated by semicolons.</param>
/// <param name="Mqtt">Address meters publish to, <c>host:port</c>.</param>
internal sealed record HostOptions(string DataFolder, string Urls, string Mqtt, bool IsDemo);
