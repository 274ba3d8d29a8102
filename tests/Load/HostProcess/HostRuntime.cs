using System.Text.Json;

namespace EmulationPlatform.Load.HostProcess;

/// <summary>Settings of the .NET runtime that change what a process costs.</summary>
internal static class HostRuntime
{
    private static readonly (string Property, string Variable)[] Settings =
    [
        ("System.GC.Server", "DOTNET_gcServer"),
        ("System.GC.Concurrent", "DOTNET_gcConcurrent"),
        ("System.Runtime.TieredPGO", "DOTNET_TieredPGO"),
    ];

    /// <summary>The host's settings as environment variables for the process it is compared with.</summary>
    public static IReadOnlyDictionary<string, string> VariablesOf(string hostPath)
    {
        var variables = new Dictionary<string, string>();
        var file = Path.ChangeExtension(hostPath, ".runtimeconfig.json");
        if (!File.Exists(file))
        {
            return variables;
        }

        using var json = JsonDocument.Parse(File.ReadAllBytes(file));
        if (json.RootElement.GetProperty("runtimeOptions").TryGetProperty("configProperties", out var properties))
        {
            foreach (var (property, variable) in Settings)
            {
                if (properties.TryGetProperty(property, out var value))
                {
                    variables[variable] = value.ValueKind == JsonValueKind.True ? "1" : "0";
                }
            }
        }

        return variables;
    }
}
