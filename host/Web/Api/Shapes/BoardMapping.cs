namespace EmulationPlatform.Web.Api.Shapes;

/// <summary>From the core's board to the shape that programs and pages show.</summary>
public static class BoardMapping
{
    public static ScoreboardJson ToJson(this ScoreboardView board, AgencyCalendar calendar) => new(
        board.Plan.ToJson(),
        calendar.ToLocal(board.AsOf),
        board.Period.ToJson(calendar),
        board.Sequence,
        board.Organisation.ToJson() with { Earlier = board.Earlier is (var version, var earlier) ? Earlier(version, earlier.Score, earlier.Coverage, earlier.Floor, earlier.Ceiling, earlier.Band) : null },
        [.. board.Units.Select(row => row.ToJson(calendar))]);

    public static BoardEventJson ToEvent(this ScoreboardView board, AgencyCalendar calendar, DateTimeOffset now) => new(
        board.Plan.ToJson(),
        calendar.ToLocal(board.AsOf),
        calendar.ToLocal(Instant.From(now)),
        board.Period.ToJson(calendar),
        board.Sequence,
        board.Organisation.ToJson(),
        [.. board.Units.Select(row => row.Unit)]);

    public static UnitRowJson ToJson(this UnitRow row, AgencyCalendar calendar)
    {
        var card = row.Card;
        return new UnitRowJson(
            row.Unit,
            row.Name,
            row.Group,
            Round(card.Score),
            Round(card.Coverage),
            Round(card.Floor),
            Round(card.Ceiling),
            card.Band?.Id,
            card.Band?.Name,
            row.Rank,
            WeakestState.Of(card),
            row.Sequence,
            calendar.ToLocal(row.ComputedAt),
            [.. card.Targets.Select(target => target.ToJson(calendar))])
        {
            Bonus = Round(card.Bonus),
            Held = card.IsHeld,
            Sum = SheetSumJson.Of(card.Targets),
            Earlier = row.Earlier is (var version, var earlier) ? Earlier(version, earlier.Score, earlier.Coverage, earlier.Floor, earlier.Ceiling, earlier.Band) : null,
        };
    }

    public static OrganisationJson ToJson(this OrganisationCard card) => new(
        Round(card.Score),
        Round(card.Coverage),
        Round(card.Floor),
        Round(card.Ceiling),
        card.Band?.Id,
        card.Band?.Name,
        [.. card.Targets.Select(ToJson)]);

    public static PeriodJson ToJson(this Period period, AgencyCalendar calendar) =>
        new(period.Name, calendar.ToLocal(period.Start), calendar.ToLocal(period.End));

    private static EarlierCardJson Earlier(int version, decimal? score, decimal? coverage, decimal? floor, decimal? ceiling, Band? band) =>
        new(version, Round(score), Round(coverage), Round(floor), Round(ceiling), band?.Id);

    private static PlanJson ToJson(this Plan plan) => new(
        plan.Id,
        plan.Version,
        plan.Name,
        plan.Agency,
        [.. plan.Groups.Select(group => new PlanJson.Named(group.Id, group.Name))],
        [.. plan.Bands.Select(band => new PlanJson.Named(band.Id, band.Name))]);

    private static OrganisationTargetJson ToJson(OrganisationTarget target) => new(
        target.Target.Id,
        target.Target.Name,
        target.Target.OrganisationWeight,
        target.Met,
        target.Known,
        target.Due,
        Round(target.Attainment),
        Round(target.Points),
        Round(target.Coverage))
    {
        State = target.Score.State,
        View = target.Target.Organisation,
        Value = Round(Shown(target.Score.Result.Value, target.Score.Measure), 6),
        Required = Round(Shown(target.Score.Required, target.Score.Measure), 6),
        Measure = target.Score.Measure,
        Reason = target.Score.Reason,
    };

    private static TargetJson ToJson(this TargetScore score, AgencyCalendar calendar)
    {
        var result = score.Result;
        return new TargetJson(
            score.Target.Id,
            score.Target.Name,
            score.LeadingIndicator,
            score.Weight,
            Round(score.Attainment),
            Round(score.RawAttainment),
            Round(score.Points),
            score.State,
            Round(Shown(result.Value, score.Measure), 6),
            Round(Shown(score.Required, score.Measure), 6),
            Round(result.Reference, 6),
            result.BaselineYear,
            result.FlatBaseline,
            Delta(result),
            score.Measure,
            result.UpdatedAt is { } updated ? calendar.ToLocal(updated) : null,
            score.FreshUntil is { } fresh ? calendar.ToLocal(fresh) : null,
            Round(score.Coverage),
            Round(score.Weight * score.DueShare * score.FloorAttainment),
            Round(score.Weight * score.DueShare * score.CeilingAttainment),
            score.Reason,
            result.Inputs)
        {
            Pillar = score.Target.Pillar,
            Commitment = score.Target.Commitment,
            DueShare = Round(score.DueShare),
            Numerator = result.Numerator,
            Denominator = result.Denominator,
            Disputed = score.IsDisputed,
        };
    }

    /// <summary>Shares are shown as per cent.</summary>
    private static decimal? Shown(decimal? value, string measure) => measure == "%" ? value * 100m : value;

    private static decimal? Delta(IndicatorResult result) =>
        result is { Value: { } value, Reference: { } reference and not 0 } ? Round((value / reference) - 1) : null;

    private static decimal? Round(decimal? value, int decimals = 4) => value is { } known ? Round(known, decimals) : null;

    private static decimal Round(decimal value, int decimals = 4) => decimal.Round(value, decimals, MidpointRounding.AwayFromZero);
}
