using EmulationPlatform.Sdk;

namespace EmulationPlatform.Units.Movement;

/// <summary>What stands in the way of official results.</summary>
/// <param name="Kind">Fixed word: <c>weights</c>, <c>decision</c>, <c>appeal</c>, <c>unranked</c>, <c>gap</c>, <c>unverified</c>, <c>running</c>, <c>accepted</c>, <c>silent</c>.</param>
/// <param name="Subject">Id of what it is about.</param>
/// <param name="Blocks">It has to be settled first; the others may be accepted with a reason.</param>
public sealed record FreezeProblem(string Kind, string Subject, LocalizedText Sentence, bool Blocks);
