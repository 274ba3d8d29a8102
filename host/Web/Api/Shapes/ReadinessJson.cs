namespace EmulationPlatform.Web.Api.Shapes;

public sealed record ReadinessJson(string Status, IReadOnlyList<ReadinessJson.Part> Parts, IReadOnlyList<ReadinessJson.Plugin> Plugins)
{
    public sealed record Part(string Name, string State, bool Vital, string Detail, IReadOnlyDictionary<string, long> Figures);

    public sealed record Plugin(string Folder, string Id, string Kind, LocalizedText Name, string State, string? Reason, ConnectorHealth? Health);

    public static ReadinessJson Of(IReadOnlyList<HostHealth> parts, IReadOnlyList<PluginView> plugins) => new(
        parts.Any(part => part.Vital && part.State != "ok") || HearsNobody(plugins) ? "notReady" : "ready",
        [.. parts.Select(part => new Part(part.Part, part.State, part.Vital, part.Detail, part.Figures))],
        [.. plugins.Select(plugin => new Plugin(plugin.Folder, plugin.Id, plugin.Kind, plugin.Name, plugin.State, plugin.Reason, plugin.Health))]);

    public bool IsReady() => Status == "ready";

    /// <summary>One connector that runs is enough; with none there is no way for a meter to be heard.</summary>
    private static bool HearsNobody(IReadOnlyList<PluginView> plugins)
    {
        var connectors = plugins.Where(plugin => plugin.Kind == "connector").ToList();
        return connectors.Count > 0 && connectors.TrueForAll(connector => connector.State != "running");
    }
}
