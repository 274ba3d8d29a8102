using System.Reflection;

namespace EmulationPlatform.EndToEnd.Support;

/// <summary>Where things lie.</summary>
internal static class Folders
{
    private const string Solution = "EmulationPlatform.sln";

    public static string Repository { get; } = FindRepository();

    /// <summary>The built host, of the configuration of these tests.</summary>
    public static string Host { get; } = Output("host/App");

    public static string HostAssembly => Path.Combine(Host, "EmulationPlatform.App.dll");

    public static string Output(string project) => Path.Combine(
        Repository, project, "bin", typeof(Folders).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration, "net10.0");

    public static string NewData() => Directory.CreateTempSubdirectory("emulation-e2e-").FullName;

    public static void Copy(string from, string to)
    {
        foreach (var folder in Directory.EnumerateDirectories(from, "*", SearchOption.AllDirectories).Prepend(from))
        {
            Directory.CreateDirectory(Path.Combine(to, Path.GetRelativePath(from, folder)));
        }

        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            File.Copy(file, Path.Combine(to, Path.GetRelativePath(from, file)));
        }
    }

    private static string FindRepository()
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
