namespace EmulationPlatform.Storage.ReadingLog;

/// <summary>One change of a connector's durable state; a null value removes the entry.</summary>
public readonly record struct StateRow(string Connector, string Key, byte[]? Value);
