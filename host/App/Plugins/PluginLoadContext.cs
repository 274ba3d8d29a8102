using System.Reflection;
using System.Runtime.Loader;

namespace EmulationPlatform.App.Plugins;

/// <summary>
/// A plugin's own assemblies come from its folder; the Sdk and the framework come from the host, so that both sides mean the
/// same types by the same names.
/// </summary>
internal sealed class PluginLoadContext(string mainAssembly) : AssemblyLoadContext(Path.GetFileNameWithoutExtension(mainAssembly))
{
    private static readonly string SdkName = typeof(Sdk.IModule).Assembly.GetName().Name!;

    private readonly AssemblyDependencyResolver resolver = new(mainAssembly);

    protected override Assembly? Load(AssemblyName assemblyName) =>
        assemblyName.Name != SdkName && resolver.ResolveAssemblyToPath(assemblyName) is { } path ? LoadFromAssemblyPath(path) : null;

    protected override nint LoadUnmanagedDll(string unmanagedDllName) =>
        resolver.ResolveUnmanagedDllToPath(unmanagedDllName) is { } path ? LoadUnmanagedDllFromPath(path) : nint.Zero;
}
