using EmulationPlatform.Sdk;
using EmulationPlatform.Units;

namespace EmulationPlatform.App.Plugins;

/// <summary>What was found and could be loaded.</summary>
internal sealed record PluginSet(PluginDirectory Directory)
{
    public Dictionary<string, Metric> Metrics { get; } = [];

    public Dictionary<string, IIndicator> Indicators { get; } = [];

    public List<(string Folder, IModule Module)> Modules { get; } = [];

    /// <summary>With the full path of the folder each was loaded from.</summary>
    public List<(string Folder, IConnector Connector)> Connectors { get; } = [];
}
