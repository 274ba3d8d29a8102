using Microsoft.AspNetCore.Routing;

namespace EmulationPlatform.Sdk;

/// <summary>An area of measurement. One public class with a constructor without arguments per module assembly.</summary>
public interface IModule
{
    ModuleManifest Manifest { get; }

    IReadOnlyList<Metric> Metrics => [];

    IReadOnlyList<IIndicator> Indicators => [];

    /// <summary>Endpoints of the module, under <c>/api/v1/modules/{id}</c>.</summary>
    void AddRoutes(IEndpointRouteBuilder routes)
    {
    }
}
