namespace EmulationPlatform.Storage;

/// <summary>The database cannot be written at the moment; nothing was changed.</summary>
public sealed class StorageLostException(string message) : Exception(message);
