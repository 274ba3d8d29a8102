namespace EmulationPlatform.Web.Api.Shapes.Movement;

/// <summary>One entry about a figure.</summary>
/// <param name="Kind">declared, verified, returned or withdrawn.</param>
public sealed record SaidJson(
    long No, string Kind, decimal? Value, decimal? Whole, int? BaseYear, DateOnly? EvidenceOn, DateTimeOffset? CameAt, string Comment, IReadOnlyList<string> Evidence, string Author, DateTimeOffset At)
{
    public static SaidJson Of(StoredDeclaration said, AgencyCalendar calendar) => new(
        said.No, said.Kind.ToLowerInvariant(), said.Value, said.Whole, said.BaseYear, said.EvidenceOn, said.CameAt is { } came ? calendar.ToLocal(came) : null,
        said.Comment, said.Evidence, said.Author, calendar.ToLocal(said.At));
}
