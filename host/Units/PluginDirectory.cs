using System.Collections.Concurrent;
using EmulationPlatform.Sdk;
using EmulationPlatform.Units.Views;

namespace EmulationPlatform.Units;

/// <summary>Plugins found beside the executable, with their states.</summary>
public sealed class PluginDirectory
{
    private readonly ConcurrentDictionary<string, PluginView> views = new();
    private readonly ConcurrentDictionary<string, IConnector> connectors = new();

    /// <summary>In order of kind and folder, with the connectors' health of this moment.</summary>
    public IReadOnlyList<PluginView> All => [.. views.Values
        .Select(view => connectors.TryGetValue(view.Id, out var connector) ? view with { Health = connector.Health } : view)
        .OrderBy(view => view.Kind, StringComparer.Ordinal).ThenBy(view => view.Folder, StringComparer.Ordinal)];

    public void Set(PluginView view) => views[view.Kind + "/" + view.Folder] = view;

    public void Add(IConnector connector) => connectors[connector.Id] = connector;

    /// <returns>Null when no loaded connector has the id.</returns>
    public IConnector? Connector(string id) => connectors.GetValueOrDefault(id);
}
