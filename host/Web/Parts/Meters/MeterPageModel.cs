using EmulationPlatform.Units.Facilities;
using EmulationPlatform.Web.Pages.Forms;

namespace EmulationPlatform.Web.Parts.Meters;

/// <summary>Everything that the page of a meter shows.</summary>
/// <param name="Measure">The metric's measure, in which amounts are.</param>
public sealed record MeterPageModel(MeterView Meter, AgencyCalendar Calendar, DateTimeOffset Now, string Measure)
{
    public IReadOnlyList<FindingView> Findings { get; init; } = [];

    public IReadOnlyList<EventView> Events { get; init; } = [];

    /// <summary>Readings and bills that people entered.</summary>
    public IReadOnlyList<HandEntry> Hand { get; init; } = [];

    /// <summary>Changes of its settings, newest first.</summary>
    public IReadOnlyList<SettingsAct> Settings { get; init; } = [];

    public IReadOnlyList<ReadingView> Readings { get; init; } = [];

    public ReplacePreview? Preview { get; init; }

    public FormRefusal? Refusal { get; init; }

    /// <summary>Sources of the same metric, which may be its main meter.</summary>
    public IReadOnlyList<SourceView> Siblings { get; init; } = [];

    /// <summary>Units that may have it or share it.</summary>
    public IReadOnlyList<UnitRecord> Units { get; init; } = [];

    /// <summary>Measures it may be said to send in.</summary>
    public IReadOnlyList<string> Measures { get; init; } = [];

    /// <summary>What the address asks for, by name.</summary>
    public IReadOnlyDictionary<string, string> Query { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public SourceView Source => Meter.Source;

    /// <summary>How people call the sources of the same metric, by id.</summary>
    public IReadOnlyDictionary<string, string> Titles => Siblings.ToDictionary(other => other.Id, other => other.Label ?? other.Topic, StringComparer.Ordinal);

    public bool IsVirtual => Source.Terms.Count > 0;

    /// <summary>Meters connected directly behind it.</summary>
    public IReadOnlyList<SourceView> SubMeters => [.. Siblings.Where(other => other.Parent == Source.Id)];

    public string Path => $"/sources/{Uri.EscapeDataString(Source.Id)}";

    /// <summary>Only the register of a counter can be read by hand, billed or replaced.</summary>
    public bool IsRegister => Source.Kind == SourceKind.Counter && !IsVirtual;

    public string Action(string act) => $"{Path}/{act}";

    public string? Asked(string name) => Query.GetValueOrDefault(name);

    public FormState Form(string name) => new(name, Refusal);

    /// <summary>A part of the page that was asked for, or whose form was refused.</summary>
    public bool IsOpen(string part) => Asked("open") == part || Refusal?.Form == part + "-form";
}
