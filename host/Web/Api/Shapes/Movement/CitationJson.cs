namespace EmulationPlatform.Web.Api.Shapes.Movement;

/// <param name="Quote">The plan's own sentence, Vietnamese.</param>
/// <param name="Rows">Ids in the list of everything the plan asks for.</param>
public sealed record CitationJson(string Quote, string Section, IReadOnlyList<string> Rows)
{
    public static CitationJson Of(Citation citation) => new(citation.Quote, citation.Section, citation.Rows);
}
