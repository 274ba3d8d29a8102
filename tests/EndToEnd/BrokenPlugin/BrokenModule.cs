using EmulationPlatform.Sdk;

namespace EmulationPlatform.BrokenPlugin;

/// <summary>A module that cannot be made.</summary>
public sealed class BrokenModule : IModule
{
    public BrokenModule() => throw new InvalidOperationException("The table of tariffs is missing.");

    public ModuleManifest Manifest => new("broken", new LocalizedText("Hỏng", "Broken"));
}
