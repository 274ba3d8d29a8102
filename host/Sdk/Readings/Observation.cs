namespace EmulationPlatform.Sdk;

/// <summary>One value of one source at one moment, as a connector understood it; the host makes it a reading.</summary>
public readonly record struct Observation(SourceDescriptor Source, Instant At, RegisterValue Value);
