using EmulationPlatform.Scoring.Plans;
using EmulationPlatform.Sdk;

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
    /// <summary>Newest versions of other movements, closed ones among them.</summary>
    public IReadOnlyList<Plan> Archives =>
    [
        .. Versions.Where(version => version.Plan is not null && version.Id != File.Id).GroupBy(version => version.Id).Select(versions => versions.Last().Plan!),
    ];

    public static PlanBook Default(Plan shipped) => new(shipped, OpenPoints.Settle(shipped, Nothing), null, IsDefault: true, Nothing, []);

    private static IReadOnlyDictionary<string, string> Nothing { get; } = new Dictionary<string, string>();

    /// <param name="Plan">Null when this program cannot read it any more.</param>
    public sealed record Version(string Id, int Number, string Text, Instant UsedFrom, Plan? Plan);
}
