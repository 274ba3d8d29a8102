namespace EmulationPlatform.Scoring.Plans;

/// <summary>Where something stands in the plan document.</summary>
/// <param name="Quote">The plan's own sentence, word for word, always Vietnamese; empty when there is none.</param>
/// <param name="Section">Place, for example <c>III.2.d</c>; empty when there is none.</param>
/// <param name="Rows">Ids in the list of everything the plan asks for.</param>
public sealed record Citation(string Quote, string Section, IReadOnlyList<string> Rows)
{
    public static Citation None { get; } = new("", "", []);
}
