using System.Text.Json;
using EmulationPlatform.Storage;

namespace EmulationPlatform.Units.Importing;

/// <summary>
/// History whose import has begun, with a copy of its file, until all of it is stored. A host that is stopped in between, however
/// suddenly, finds it at its next start and stores the rest.
/// </summary>
/// <param name="dataFolder">The installation's data folder.</param>
internal sealed class ImportJournal(string dataFolder)
{
    private const string Ending = ".import.json";

    private string Folder => Path.Combine(dataFolder, "imports");

    /// <summary>Copies a file to where nobody changes it while it is being imported.</summary>
    /// <returns>Path of the copy, which ends like the file.</returns>
    public string Copy(string file)
    {
        Directory.CreateDirectory(Folder);
        var copy = Path.Combine(Folder, Guid.NewGuid().ToString("N") + Path.GetExtension(file));
        using var read = File.OpenRead(file);
        using var written = DurableFile.Create(copy + ".new");
        read.CopyTo(written);
        DurableFile.MoveTo(written, copy);
        return copy;
    }

    /// <summary>From now on the copy will be stored, whatever happens.</summary>
    public static void Begin(string copy, ImportOptions options)
    {
        using var written = DurableFile.Create(copy + Ending + ".new");
        JsonSerializer.Serialize(written, options);
        DurableFile.MoveTo(written, copy + Ending);
    }

    /// <summary>All of it is stored, or none will be.</summary>
    public static void End(string copy)
    {
        File.Delete(copy + Ending);
        File.Delete(copy);
    }

    /// <summary>What was begun and not ended, oldest first. Copies of which nothing was begun are deleted.</summary>
    public IReadOnlyList<(string Copy, ImportOptions Options)> Unfinished()
    {
        if (!Directory.Exists(Folder))
        {
            return [];
        }

        var begun = Directory.GetFiles(Folder, "*" + Ending).OrderBy(File.GetLastWriteTimeUtc).ToList();
        var copies = begun.ConvertAll(entry => entry[..^Ending.Length]);
        foreach (var other in Directory.GetFiles(Folder).Except(begun).Except(copies))
        {
            File.Delete(other);
        }

        return begun.Zip(copies, (entry, copy) => (copy, JsonSerializer.Deserialize<ImportOptions>(File.ReadAllText(entry))!)).ToList();
    }
}
