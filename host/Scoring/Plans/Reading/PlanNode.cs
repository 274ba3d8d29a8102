namespace EmulationPlatform.Scoring.Plans;

/// <summary>A piece of a plan file with its place. A closed family.</summary>
internal abstract record PlanNode(PlanPosition At)
{
    /// <param name="Quoted">Written in quotes, so it is text and not a number or null.</param>
    internal sealed record Word(string Text, bool Quoted, PlanPosition At) : PlanNode(At)
    {
        public bool IsNull => !Quoted && Text is "" or "~" or "null" or "Null" or "NULL";
    }

    internal sealed record List(IReadOnlyList<PlanNode> Items, PlanPosition At) : PlanNode(At);

    internal sealed record Map(IReadOnlyList<KeyValuePair<Word, PlanNode>> Entries, PlanPosition At) : PlanNode(At);
}
