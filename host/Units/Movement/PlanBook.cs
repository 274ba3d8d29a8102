using EmulationPlatform.Scoring.Plans;
using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.Records;

namespace EmulationPlatform.Units.Movement;

/// <summary>The plans of an installation at one moment. Immutable.</summary>
/// <param name="File">The plan in use as its file says, its open points still open.</param>
/// <param name="InForce">The same with what is settled put in: what scores follow.</param>
/// <param name="Earlier">The version before it, settled too, shown beside it until a period is frozen; null when there is none.</param>
/// <param name="IsDefault">Nobody has chosen a plan yet; the shipped one is shown.</param>
/// <param name="Choices">Chosen options by decision.</param>
/// <param name="Versions">Every plan file that was ever put to use, newest last.</param>
public sealed record PlanBook(
    Plan File, Plan InForce, Plan? Earlier, bool IsDefault, IReadOnlyDictionary<string, string> Choices, IReadOnlyList<PlanBook.Version> Versions)
{
    /// <summary>Everything that was ever chosen or taken back where the plan in use leaves something open, in order.</summary>
    public IReadOnlyList<StoredChoice> Made { get; init; } = [];

    /// <summary>Newest versions of other movements, closed ones among them.</summary>
    public IReadOnlyList<Plan> Archives =>
    [
        .. Versions.Where(version => version.Plan is not null && version.Id != File.Id).GroupBy(version => version.Id).Select(versions => versions.Last().Plan!),
    ];

    /// <summary>Who chose what applies, and why; null while nobody has, or the choice was taken back.</summary>
    /// <param name="until">What was chosen until then; null: until now.</param>
    public StoredChoice? ChoiceOf(string decision, Instant? until = null) =>
        Made.LastOrDefault(choice => choice.Decision == decision && !(choice.At > until)) is { Option: not null } choice ? choice : null;

    /// <summary>What people decided about a target's rule: its own open point, and those of the plan that it waited for.</summary>
    public IReadOnlyList<SettledPoint> SettledFor(Target target, Instant? until = null) =>
    [
        .. OpenPoints.Of(File)
            .Where(point => target.Open?.Id == point.Id || point.Blocks.Contains(target.Id, StringComparer.Ordinal))
            .Select(point => (Point: point, Choice: ChoiceOf(point.Id, until)))
            .Where(settled => settled.Choice is not null)
            .Select(settled => new SettledPoint(settled.Point, settled.Point.Options.FirstOrDefault(option => option.Id == settled.Choice!.Option), settled.Choice!)),
    ];

    /// <summary>The version that was in use at the end of a period, with what is settled now; the first one when none was yet.</summary>
    public PlanBook InUseAt(Instant end)
    {
        var known = Versions.Where(version => version.Id == File.Id && version.Plan is not null).ToList();
        var plan = (known.FindLast(version => version.UsedFrom < end) ?? known.FirstOrDefault())?.Plan;
        return plan is null || plan.Version == File.Version
            ? this with { Earlier = null }
            : this with { File = plan, InForce = OpenPoints.Settle(plan, Choices), Earlier = null };
    }

    public static PlanBook Default(Plan shipped) => new(shipped, OpenPoints.Settle(shipped, Nothing), null, IsDefault: true, Nothing, []);

    private static IReadOnlyDictionary<string, string> Nothing { get; } = new Dictionary<string, string>();

    /// <param name="Plan">Null when this program cannot read it any more.</param>
    public sealed record Version(string Id, int Number, string Text, Instant UsedFrom, Plan? Plan);
}
