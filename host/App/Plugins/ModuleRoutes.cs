using EmulationPlatform.Sdk;
using EmulationPlatform.Units.Views;

namespace EmulationPlatform.App.Plugins;

/// <summary>Endpoints of modules, under <c>/api/v1/modules/{id}</c>, behind the same sign-in as everything else.</summary>
internal static class ModuleRoutes
{
    public static void Map(WebApplication app, string folder, IModule module, RunningAgency running)
    {
        try
        {
            module.AddRoutes(app.MapGroup($"/api/v1/modules/{module.Manifest.Id}").RequireAuthorization());
        }
        catch (Exception e)
        {
            // Code of others runs here: whatever it throws stays with this module.
            running.Plugins.Directory.Set(new PluginView(folder, module.Manifest.Id, "module", module.Manifest.Name, "failed", e.Message, null));
        }
    }
}
