using EmulationPlatform.Sdk;

namespace EmulationPlatform.Modules.GreenOffice;

/// <summary>Green office (văn phòng xanh): electricity and water against the same months of a base year.</summary>
public sealed class GreenOfficeModule : IModule
{
    public ModuleManifest Manifest { get; } = new("green-office", new("Văn phòng xanh", "Green office"));

    public IReadOnlyList<Metric> Metrics { get; } = [ElectricityUse.Metric, WaterUse.Metric, PrintedPages.Metric];

    public IReadOnlyList<IIndicator> Indicators { get; } = [new ElectricityUse(), new WaterUse()];
}
