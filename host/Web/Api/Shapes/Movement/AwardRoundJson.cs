using System.ComponentModel;
using EmulationPlatform.Scoring.Awards;

namespace EmulationPlatform.Web.Api.Shapes.Movement;

/// <summary>A round of awards with whom the quotas let propose now. The system proposes; only the Council gives.</summary>
public sealed record AwardRoundJson(string Round, LocalizedText Name, int? Year, IReadOnlyList<AwardRoundJson.Quota> Quotas)
{
    public static AwardRoundJson Of(Plan plan, AwardRound round, IReadOnlyList<Candidate> candidates, IReadOnlyList<QuotaUnit> units) => new(
        round.Id, round.Name, round.Year,
        [
            .. round.Quotas.SelectMany(quota => Scoring.Awards.Quotas.Of(plan, quota, units).Select(places => Quota.Of(
                [.. quota.Forms.Select(form => plan.AwardForms.First(known => known.Id == form).Name)], quota, Selection.Of(plan, round, places, candidates)))),
        ]);

    public sealed record Quota(
        IReadOnlyList<LocalizedText> Forms,
        [property: Description("Null: the whole agency.")] string? Group,
        [property: Description("Null while not known, such as when somebody above gives the number.")] int? Places,
        [property: Description("Places left for the Council among units tied at the line.")] int PlacesForCouncil,
        string Quote,
        IReadOnlyList<NomineeOf> Units)
    {
        public static Quota Of(IReadOnlyList<LocalizedText> forms, AwardQuota quota, Selection selection) => new(
            forms, selection.Group, selection.Places, selection.PlacesForCouncil, quota.Citation.Quote, [.. selection.Nominees.Select(NomineeOf.Of)]);
    }

    /// <summary>With everything that decides between equals, in its order: floor, coverage, verified share, open critical items, then the Council.</summary>
    public sealed record NomineeOf(
        string Unit, NomineeState State, int? Rank, string? Band, decimal? Floor, decimal? Coverage, decimal VerifiedShare, int OpenCritical, IReadOnlyList<string> OpenGates)
    {
        public static NomineeOf Of(Nominee nominee)
        {
            var candidate = nominee.Candidate;
            return new(
                candidate.Subject, nominee.State, nominee.Rank, candidate.Band, Figures.Round(candidate.Floor), Figures.Round(candidate.Coverage),
                Figures.Round(candidate.VerifiedShare), candidate.OpenCritical, nominee.OpenGates);
        }
    }
}
