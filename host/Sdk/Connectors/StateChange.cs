namespace EmulationPlatform.Sdk;

/// <summary>Sets (or with a null value removes) one entry of a connector's durable state.</summary>
public readonly record struct StateChange(string Key, byte[]? Value);
