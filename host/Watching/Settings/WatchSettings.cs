using System.ComponentModel.DataAnnotations;

namespace EmulationPlatform.Watching;

/// <summary>What is watched and when it is told. Every part has a range, a unit and a default.</summary>
public sealed record WatchSettings : IValidatableObject
{
    /// <summary>Default all. Night flow watches sources in m³ only.</summary>
    public IReadOnlyList<WatchKind> Watches { get; init; } = Enum.GetValues<WatchKind>();

    public SilenceSettings Silence { get; init; } = new();

    public NightFlowSettings NightFlow { get; init; } = new();

    public OfficeHours Office { get; init; } = new();

    public OffHoursSettings OffHours { get; init; } = new();

    public UnusualWeekSettings UnusualWeek { get; init; } = new();

    public WatchSettings With(SourceWatchSettings own) => this with
    {
        Watches = [.. Watches.Except(own.Off)],
        Silence = own.Silence ?? Silence,
        NightFlow = own.NightFlow ?? NightFlow,
        OffHours = own.OffHours ?? OffHours,
        UnusualWeek = own.UnusualWeek ?? UnusualWeek,
    };

    /// <summary>One sentence for each setting out of its range, with the name of its part; empty when all are in order.</summary>
    public IReadOnlyList<string> Problems() =>
    [
        .. ProblemsOf(nameof(Silence), Silence), .. ProblemsOf(nameof(NightFlow), NightFlow), .. ProblemsOf(nameof(Office), Office),
        .. ProblemsOf(nameof(OffHours), OffHours), .. ProblemsOf(nameof(UnusualWeek), UnusualWeek),
    ];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => Problems().Select(problem => new ValidationResult(problem));

    internal bool Watch(WatchKind kind, string measure) => Watches.Contains(kind) && (kind != WatchKind.NightFlow || measure == "m3");

    private static IEnumerable<string> ProblemsOf(string name, object part)
    {
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(part, new ValidationContext(part), results, validateAllProperties: true);
        return results.Select(result => $"{name}: {result.ErrorMessage}");
    }
}
