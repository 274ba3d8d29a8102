namespace EmulationPlatform.Scoring.Plans;

/// <summary>The paper the plan was published as.</summary>
/// <param name="Number">Empty when the text has none.</param>
/// <param name="Signer">The post.</param>
public sealed record PlanDocument(string Number, DateOnly? Date, string Place, string Signer, IReadOnlyList<string> Rows, IReadOnlyList<PlanDocument.Recipient> Recipients)
{
    public sealed record Recipient(string To, IReadOnlyList<string> Rows);
}
