using System.ComponentModel;
using EmulationPlatform.Units.Movement;

namespace EmulationPlatform.Web.Api.Shapes.Movement;

public sealed record FreezeProblemJson(
    [property: Description("weights, decision, appeal, unranked, gap or unverified.")] string Kind,
    string Subject,
    LocalizedText Sentence,
    [property: Description("It has to be settled first; the others can be accepted with the reason of the freeze.")] bool Blocks)
{
    public static FreezeProblemJson Of(FreezeProblem problem) => new(problem.Kind, problem.Subject, problem.Sentence, problem.Blocks);
}
