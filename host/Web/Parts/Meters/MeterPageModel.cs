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

    /// <summary>Measures it may be said to send in.</summary>
    public IReadOnlyList<string> Measures { get; init; } = [];

    /// <summary>What the address asks for, by name.</summary>
    public IReadOnlyDictionary<string, string> Query { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public SourceView Source => Meter.Source;

    public string Path => $"/sources/{Uri.EscapeDataString(Source.Id)}";

    /// <summary>Only the register of a counter can be read by hand, billed or replaced.</summary>
    public bool IsRegister => Source.Kind == SourceKind.Counter && Source.Terms.Count == 0;

    public string Action(string act) => $"{Path}/{act}";

    public string? Asked(string name) => Query.GetValueOrDefault(name);

    public FormState Form(string name) => new(name, Refusal);

    /// <summary>A part of the page that was asked for, or whose form was refused.</summary>
    public bool IsOpen(string part) => Asked("open") == part || Refusal?.Form == part + "-form";
}
