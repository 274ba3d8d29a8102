using System.ComponentModel.DataAnnotations;

namespace EmulationPlatform.Storage;

/// <summary>Settings of the database.</summary>
public sealed class StorageOptions
{
    /// <summary>Folder of the installation's data; made when missing.</summary>
    [Required]
    public required string DataFolder { get; init; }

    /// <summary>Pages of 4 KiB after which the write-ahead log is copied into the database within a commit. 100 to 100,000; default 4,000.</summary>
    [Range(100, 100_000)]
    public int CheckpointPages { get; init; } = 4_000;

    public string DatabaseFile => Path.Combine(DataFolder, "emulation.db");
}
