namespace EmulationPlatform.Storage;

/// <summary>Another process of ours works on the data folder.</summary>
public sealed class FolderInUseException(string folder)
    : Exception($"Another host is running on the data folder {folder}. Stop it, or give this one its own folder with --data.")
{
    public string Folder { get; } = folder;
}
