using System.Globalization;
using System.Text;
using EmulationPlatform.Sdk;
using Microsoft.Extensions.Logging.Abstractions;

namespace EmulationPlatform.Connectors.Mqtt.Profiles;

/// <summary>A site with profile files of its own, in a folder that goes away with the test.</summary>
internal sealed class ProfileSite : IDisposable
{
    public static readonly Instant Arrival = Instant.From(new DateTimeOffset(2026, 10, 1, 8, 0, 0, TimeSpan.Zero));

    private readonly string root = Directory.CreateTempSubdirectory("profiles-").FullName;

    public ProfileSite(bool shipped = false)
    {
        Directory.CreateDirectory(Folder);
        var shippedFolder = shipped ? Path.Combine(AppContext.BaseDirectory, "profiles") : Path.Combine(root, "none");
        Library = new ProfileLibrary(shippedFolder, Folder, NullLogger.Instance);
        Engine = new ProfileEngine(Library, AgencyCalendar.Vietnam);
    }

    public string Folder => Path.Combine(root, "profiles");

    public ProfileLibrary Library { get; }

    public ProfileEngine Engine { get; }

    /// <summary>A site with one file whose rules are <paramref name="rules"/>.</summary>
    public static ProfileSite WithRules(string rules) => new ProfileSite().Write("own.yaml", $"profile: own\nrules:\n{rules}");

    public ProfileSite Write(string file, string text)
    {
        File.WriteAllText(Path.Combine(Folder, file), text);
        Library.Reload();
        return this;
    }

    public Interpretation Read(string topic, string payload) => Engine.Interpret(topic, Encoding.UTF8.GetBytes(payload), Arrival);

    /// <summary>The observations, one line each: <c>electricity counter import [L1] 1.5 kWh</c>, with the time unless it is arrival.</summary>
    public string Values(string topic, string payload)
    {
        var result = Read(topic, payload);
        return string.Join("; ", result.Observations.Select(Describe).Concat(result.Rejected.Select(part => part.Code)));
    }

    public void Dispose() => Directory.Delete(root, recursive: true);

    private static string Describe(Observation one)
    {
        var time = one.At == Arrival ? "" : $" at {one.At}";
        var direction = one.Source.Direction == FlowDirection.None ? "" : $" {one.Source.Direction}";
        var channel = one.Source.Channel is null ? "" : $" [{one.Source.Channel}]";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{one.Source.Metric} {one.Source.Kind}{direction}{channel} {one.Value.ToDecimal():0.#########} {one.Source.Measure}{time}");
    }
}
