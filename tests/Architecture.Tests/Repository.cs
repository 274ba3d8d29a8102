using System.Reflection;
using System.Xml.Linq;

namespace EmulationPlatform.Architecture.Tests;

/// <summary>The checked-out files and what was built from them.</summary>
internal static class Repository
{
    private const string Solution = "EmulationPlatform.sln";

    public static string Root { get; } = FindRoot();

    /// <summary>Project files below <paramref name="folder"/>, by project name.</summary>
    public static IReadOnlyDictionary<string, string> Projects(string folder) => Directory
        .EnumerateFiles(Path.Combine(Root, folder), "*.csproj", SearchOption.AllDirectories)
        .ToDictionary(file => Path.GetFileNameWithoutExtension(file));

    /// <summary>What the project file references, as written: a path, or a wildcard.</summary>
    public static IReadOnlyList<string> ProjectReferences(string projectFile) =>
        [.. XDocument.Load(projectFile).Descendants("ProjectReference").Select(reference => reference.Attribute("Include")!.Value)];

    /// <summary>An assembly as it lies beside the host after the build.</summary>
    /// <param name="plugin">Its folder below the host's, such as <c>modules/GreenOffice</c>; empty for parts of the host.</param>
    public static AssemblyFile Built(string assembly, string plugin = "")
    {
        var configuration = typeof(Repository).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;
        return AssemblyFile.Open(Path.Combine(Root, "host", "App", "bin", configuration, "net10.0", plugin, assembly + ".dll"));
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, Solution)))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"{Solution} is not above {AppContext.BaseDirectory}.");
    }
}
