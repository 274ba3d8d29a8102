using System.Globalization;

namespace EmulationPlatform.Connectors.Mqtt.Profiles;

/// <summary>The profile files of one folder.</summary>
internal sealed class ProfileFolder(string path)
{
    private const long LargestFile = 1024 * 1024;

    public string Path => path;

    /// <summary>Changes when any file does; cheap enough to ask every few seconds.</summary>
    public string Stamp()
    {
        try
        {
            return string.Join('\n', Files().Select(file =>
                string.Create(CultureInfo.InvariantCulture, $"{file.Name}|{file.Length}|{file.LastWriteTimeUtc.Ticks}")));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    public IReadOnlyList<FileInfo> Files()
    {
        var folder = new DirectoryInfo(path);
        return folder.Exists
            ? [.. folder.EnumerateFiles("*.yaml").Concat(folder.EnumerateFiles("*.yml")).OrderBy(file => file.Name, StringComparer.Ordinal)]
            : [];
    }

    public static ProfileFile? Load(FileInfo file, List<ProfileProblem> problems)
    {
        try
        {
            if (file.Length > LargestFile)
            {
                problems.Add(new ProfileProblem(file.Name, 1, 1, "the file is larger than 1 MB; a profile is a few pages at most"));
                return null;
            }

            return ProfileFile.Parse(file.Name, File.ReadAllText(file.FullName), problems);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add(new ProfileProblem(file.Name, 1, 1, $"cannot be read: {e.Message}"));
            return null;
        }
    }
}
