using Microsoft.Extensions.Logging;

namespace EmulationPlatform.Connectors.Mqtt.Profiles;

/// <summary>
/// The profiles in force: those we ship, and those of the site, which come first and may replace a shipped one by its
/// name. A site file with a mistake is reported, and its last good version stays in force.
/// </summary>
internal sealed class ProfileLibrary
{
    private readonly Lock gate = new();
    private readonly ProfileFolder shipped;
    private readonly ProfileFolder site;
    private readonly ILogger logger;
    private Dictionary<string, Profile> lastGood = [];
    private volatile ProfileSet current = new([]);
    private volatile IReadOnlyList<ProfileProblem> problems = [];

    public ProfileLibrary(string shippedFolder, string siteFolder, ILogger logger)
    {
        shipped = new ProfileFolder(shippedFolder);
        site = new ProfileFolder(siteFolder);
        this.logger = logger;
        Reload();
    }

    public ProfileSet Current => current;

    /// <summary>What is wrong in files now; empty when all are in force as written.</summary>
    public IReadOnlyList<ProfileProblem> Problems => problems;

    public string SiteFolder => site.Path;

    /// <summary>Changes when a site file does.</summary>
    public string SiteStamp() => site.Stamp();

    /// <summary>Reads all files again and, in one step, puts what they say in force.</summary>
    public void Reload()
    {
        lock (gate)
        {
            var found = new List<ProfileProblem>();
            var shippedFiles = Load(shipped, found);
            var siteFiles = Load(site, found);
            var good = new Dictionary<string, Profile>();
            var shippedProfiles = shippedFiles
                .Select(file => Read(file.Key, file.Value, shippedFiles.Values, good, found)).OfType<Profile>().ToList();
            var bases = siteFiles.Values.Concat(shippedFiles.Values).OfType<ProfileFile>().ToList();
            var siteProfiles = siteFiles.Select(file => Read(file.Key, file.Value, bases, good, found)).OfType<Profile>().ToList();

            RefuseDoubles(siteFiles, found, siteProfiles);
            var replaced = siteProfiles.Select(profile => profile.Id).ToHashSet();
            var inOrder = siteProfiles.OrderBy(profile => profile.Order)
                .Concat(shippedProfiles.Where(profile => !replaced.Contains(profile.Id)).OrderBy(profile => profile.Order))
                .ToList();
            lastGood = good;
            Report(found);
            current = new ProfileSet(inOrder);
        }
    }

    private static Dictionary<string, ProfileFile?> Load(ProfileFolder folder, List<ProfileProblem> found)
    {
        var files = new Dictionary<string, ProfileFile?>();
        foreach (var file in folder.Files())
        {
            files[file.FullName] = ProfileFolder.Load(file, found);
        }

        return files;
    }

    private Profile? Read(
        string path, ProfileFile? file, IEnumerable<ProfileFile?> bases, Dictionary<string, Profile> good, List<ProfileProblem> found)
    {
        var extended = file?.Extends is { } id ? bases.FirstOrDefault(other => other is not null && other != file && other.Id == id) : null;
        var profile = (file is null ? null : ProfileReader.Read(file, extended, found)) ?? lastGood.GetValueOrDefault(path);
        if (profile is not null)
        {
            good[path] = profile;
        }

        return profile;
    }

    private static void RefuseDoubles(Dictionary<string, ProfileFile?> files, List<ProfileProblem> found, List<Profile> profiles)
    {
        var seen = new HashSet<string>();
        foreach (var file in files.Values.OfType<ProfileFile>())
        {
            if (file.Id is { } id && !seen.Add(id))
            {
                var start = file.Root.Start;
                found.Add(new ProfileProblem(
                    file.Name, start.Line, start.Column, $"profile '{id}' is in another file already; give this one its own name"));
            }
        }

        seen.Clear();
        profiles.RemoveAll(profile => !seen.Add(profile.Id));
    }

    private void Report(List<ProfileProblem> found)
    {
        foreach (var problem in found.Except(problems))
        {
            logger.ProfileProblem(problem.ToString());
        }

        problems = found;
    }
}
