namespace EmulationPlatform.Sdk;

public enum SourceKind
{
    /// <summary>A register that only grows; consumption is the difference of readings.</summary>
    Counter,

    /// <summary>A momentary value, such as power or flow.</summary>
    Gauge,
}
