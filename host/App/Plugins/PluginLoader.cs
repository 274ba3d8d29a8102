using System.Text.Json;
using EmulationPlatform.Sdk;
using EmulationPlatform.Units;
using EmulationPlatform.Units.Views;

namespace EmulationPlatform.App.Plugins;

/// <summary>
/// Finds modules and connectors in <c>modules/</c> and <c>connectors/</c> beside the executable. One that cannot be loaded is
/// shown with its reason and left out.
/// </summary>
internal sealed class PluginLoader(IConfiguration configuration, ILogger<PluginLoader> logger)
{
    private const string ModuleKind = "module";
    private const string ConnectorKind = "connector";

    private readonly HashSet<string> disabled = [.. configuration.GetSection("Plugins:Disabled").Get<string[]>() ?? []];

    public PluginSet Load(string baseFolder)
    {
        var set = new PluginSet(new PluginDirectory());
        foreach (var folder in Folders(baseFolder, "modules"))
        {
            Load<IModule>(folder, ModuleKind, set, module => Add(set, folder, module));
        }

        foreach (var folder in Folders(baseFolder, "connectors"))
        {
            Load<IConnector>(folder, ConnectorKind, set, connector => Add(set, folder, connector));
        }

        return set;
    }

    private static IEnumerable<string> Folders(string baseFolder, string kind)
    {
        var parent = Path.Combine(baseFolder, kind);
        return Directory.Exists(parent) ? Directory.EnumerateDirectories(parent).Order(StringComparer.Ordinal) : [];
    }

    private void Load<T>(string folder, string kind, PluginSet set, Func<T, (string Id, LocalizedText Name)> add)
        where T : class
    {
        var name = Path.GetFileName(folder);
        if (disabled.Contains(name))
        {
            set.Directory.Set(new PluginView(name, name, kind, new LocalizedText(name, name), "disabled", "Named in Plugins:Disabled of settings.json.", null));
            return;
        }

        try
        {
            var (id, title) = add(Create<T>(folder));
            set.Directory.Set(new PluginView(name, id, kind, title, "loaded", null, null));
            logger.PluginLoaded(name, id);
        }
        catch (Exception e)
        {
            // Code of others runs here: whatever it throws stays with this plugin.
            logger.PluginFailed(name, e);
            set.Directory.Set(new PluginView(name, name, kind, new LocalizedText(name, name), "failed", (e.InnerException ?? e).Message, null));
        }
    }

    private static T Create<T>(string folder)
        where T : class
    {
        var assemblies = Directory.GetFiles(folder, "*.deps.json");
        if (assemblies is not [var description])
        {
            throw new InvalidOperationException($"The folder holds {assemblies.Length} files *.deps.json; a plugin has exactly one, beside its assembly.");
        }

        CheckDescription(description);
        var main = description[..^".deps.json".Length] + ".dll";
        var assembly = new PluginLoadContext(main).LoadFromAssemblyPath(main);
        var types = assembly.GetExportedTypes().Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(T))).ToList();
        return types is [var type]
            ? (T)Activator.CreateInstance(type)!
            : throw new InvalidOperationException($"{Path.GetFileName(main)} has {types.Count} public classes that are an {typeof(T).Name}; a plugin has exactly one.");
    }

    /// <summary>The runtime ends the whole process when it is given a description that names no target.</summary>
    private static void CheckDescription(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(file));
        if (json.RootElement is not { ValueKind: JsonValueKind.Object } root
            || !root.TryGetProperty("runtimeTarget", out var target) || target.ValueKind != JsonValueKind.Object
            || !target.TryGetProperty("name", out var name) || name.ValueKind != JsonValueKind.String)
        {
            throw new InvalidOperationException($"{Path.GetFileName(file)} names no runtime target; build the plugin again.");
        }
    }

    private static (string Id, LocalizedText Name) Add(PluginSet set, string folder, IModule module)
    {
        // Everything is asked for before anything is kept, so that a module that fails half-way leaves nothing behind.
        var (manifest, metrics, indicators) = (module.Manifest, module.Metrics.ToList(), module.Indicators.ToList());
        foreach (var metric in metrics.Where(metric => set.Metrics.ContainsKey(metric.Id)))
        {
            throw new InvalidOperationException($"The metric {metric.Id} is declared by another module already.");
        }

        foreach (var indicator in indicators.Where(indicator => set.Indicators.ContainsKey(indicator.Id)))
        {
            throw new InvalidOperationException($"The indicator {indicator.Id} is declared by another module already.");
        }

        metrics.ForEach(metric => set.Metrics[metric.Id] = metric);
        indicators.ForEach(indicator => set.Indicators[indicator.Id] = indicator);
        set.Modules.Add((Path.GetFileName(folder), module));
        return (manifest.Id, manifest.Name);
    }

    private static (string Id, LocalizedText Name) Add(PluginSet set, string folder, IConnector connector)
    {
        var (id, name) = (connector.Id, connector.Name);
        if (set.Connectors.Any(known => known.Connector.Id == id))
        {
            throw new InvalidOperationException($"A connector {id} is loaded already.");
        }

        set.Connectors.Add((folder, connector));
        set.Directory.Add(connector);
        return (id, name);
    }
}
