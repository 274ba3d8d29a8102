namespace EmulationPlatform.Storage;

/// <summary>Files that are there as a whole or not at all, also after a power loss.</summary>
public static class DurableFile
{
    /// <summary>A new file to be written and then handed to <see cref="MoveTo"/>, in the same file system.</summary>
    /// <param name="mode">Who may do what with it, where the system knows such modes; null: as usual for new files.</param>
    public static FileStream Create(string path, UnixFileMode? mode = null)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            Share = FileShare.Delete,
            BufferSize = 0,
        };
        if (mode is not null && !OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = mode;
        }

        return new FileStream(path, options);
    }

    /// <summary>A folder that, when it is new, only its owner may look into.</summary>
    public static void MakeOwnFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    /// <summary>Gives a written file its name; one that has the name already is replaced.</summary>
    public static void MoveTo(FileStream written, string path)
    {
        written.Flush(flushToDisk: true);
        File.Move(written.Name, path, overwrite: true);

        // Renaming changes the file's own record, so that this waits for the new name as well.
        written.Flush(flushToDisk: true);
    }
}
