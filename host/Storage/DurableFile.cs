namespace EmulationPlatform.Storage;

/// <summary>Files that are there as a whole or not at all, also after a power loss.</summary>
internal static class DurableFile
{
    /// <summary>A new file to be written and then handed to <see cref="MoveTo"/>, in the same file system.</summary>
    public static FileStream Create(string path) => new(path, new FileStreamOptions
    {
        Mode = FileMode.CreateNew,
        Access = FileAccess.Write,
        Share = FileShare.Delete,
        BufferSize = 0,
    });

    /// <summary>Gives a written file its name; one that has the name already is replaced.</summary>
    public static void MoveTo(FileStream written, string path)
    {
        written.Flush(flushToDisk: true);
        File.Move(written.Name, path, overwrite: true);

        // Renaming changes the file's own record, so that this waits for the new name as well.
        written.Flush(flushToDisk: true);
    }
}
