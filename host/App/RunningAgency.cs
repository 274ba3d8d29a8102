using EmulationPlatform.App.Plugins;
using EmulationPlatform.Units;

namespace EmulationPlatform.App;

/// <summary>The agency of this process with what it was started from.</summary>
internal sealed record RunningAgency(Agency Agency, PluginSet Plugins, IConfiguration Configuration, TimeProvider Clock);
