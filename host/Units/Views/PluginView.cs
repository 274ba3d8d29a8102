using EmulationPlatform.Sdk;

namespace EmulationPlatform.Units.Views;

/// <summary>A module or connector found beside the executable.</summary>
/// <param name="Kind"><c>module</c> or <c>connector</c>.</param>
/// <param name="State"><c>loaded</c>, <c>running</c>, <c>disabled</c> or <c>failed</c>.</param>
/// <param name="Reason">Why it is not loaded or running; null when it is.</param>
public sealed record PluginView(string Folder, string Id, string Kind, LocalizedText Name, string State, string? Reason, ConnectorHealth? Health);
