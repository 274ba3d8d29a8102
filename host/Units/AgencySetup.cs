using EmulationPlatform.Scoring.Plans;
using EmulationPlatform.Sdk;
using EmulationPlatform.Storage;
using EmulationPlatform.Watching;
using Microsoft.Extensions.Logging;

namespace EmulationPlatform.Units;

/// <summary>What an agency is made of.</summary>
/// <param name="DefaultPlan">Shown until a plan is put to use.</param>
/// <param name="Metrics">Metrics of all loaded modules by id.</param>
/// <param name="Indicators">Indicators of all loaded modules by id.</param>
public sealed record AgencySetup(
    Database Database,
    AgencyCalendar Calendar,
    TimeProvider Clock,
    ILogger Logger,
    Plan DefaultPlan,
    IReadOnlyDictionary<string, Metric> Metrics,
    IReadOnlyDictionary<string, IIndicator> Indicators,
    PluginDirectory Plugins)
{
    /// <summary>What is watched and when it is told; the defaults fit an office.</summary>
    public WatchSettings Watches { get; init; } = new();
}
