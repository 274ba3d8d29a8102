using System.Reflection;

namespace EmulationPlatform.Load.HostProcess;

/// <summary>Finds the host that belongs to this program.</summary>
internal static class HostPath
{
    private const string Solution = "EmulationPlatform.sln";

    /// <param name="given">A path from the command line; null to look beside this program, in the same configuration.</param>
    /// <exception cref="LoadFailedException">There is none.</exception>
    public static string Find(string? given)
    {
        var configuration = typeof(HostPath).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;
        var path = Path.GetFullPath(given ?? Path.Combine(Root(), "host", "App", "bin", configuration, "net10.0", "EmulationPlatform.App.dll"));
        return File.Exists(path)
            ? path
            : throw new LoadFailedException($"There is no host at {path}. Build it: dotnet build -c {configuration} host/App (or give --host-path).");
    }

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, Solution)))
            {
                return folder.FullName;
            }
        }

        throw new LoadFailedException($"{Solution} is not above {AppContext.BaseDirectory}; give --host-path.");
    }
}
