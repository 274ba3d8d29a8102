using EmulationPlatform.Scoring.Rules;
using EmulationPlatform.Sdk;

namespace EmulationPlatform.Scoring.Plans;

/// <summary>A point that the plan leaves open, settled by somebody with a role and a reason.</summary>
/// <param name="Decides">Role that settles it, for example <c>Office</c>.</param>
/// <param name="Blocks">Ids of targets and duties that wait for it.</param>
/// <param name="InForce">Option that applies until somebody decides; null: nothing does.</param>
public sealed record Decision(
    string Id, LocalizedText Question, string Decides, IReadOnlyList<DecisionOption> Options, IReadOnlyList<string> Blocks, string? InForce, IReadOnlyList<string> Rows)
{
    /// <summary>What is decided is kept and shown, and changes no score and no day: people act on it.</summary>
    public bool IsRecordOnly => !Options.Any(option => option.HasEffect);

    /// <summary>Rule of the first option, which tells what figures the target is about.</summary>
    internal Rule? FirstRule => Options.Count > 0 ? Options[0].Rule : null;
}
