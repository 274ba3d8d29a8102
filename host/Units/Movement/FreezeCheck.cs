using System.Globalization;
using EmulationPlatform.Scoring.Plans;
using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.Records;
using EmulationPlatform.Units.Views;

namespace EmulationPlatform.Units.Movement;

/// <summary>Everything that stands in the way of official results, looked at before they are taken (scoring §4, §8).</summary>
internal static class FreezeCheck
{
    private const decimal WholeSheet = 100m;

    /// <param name="unmet">Accepted appeals about declared figures that nobody has verified since.</param>
    /// <param name="gaps">Sources with a gap, conflict or suspect stretch that waits for a person.</param>
    public static IReadOnlyList<FreezeProblem> Of(PlanBook plans, ScoreboardView board, IReadOnlyList<WaitingDeclaration> waiting, IReadOnlyList<string> gaps, IReadOnlyList<StoredAppeal> unmet, AgencyCalendar calendar) =>
    [
        .. Running(board, calendar),
        .. Weights(plans.InForce),
        .. plans.InForce.Targets.Where(target => target.Rule is null).Select(target => new FreezeProblem(
            "decision", target.Id, new($"Chờ quyết định: {target.Open!.Question.Vi}", $"Waits for a decision: {target.Open.Question.En}"), Blocks: true)),
        .. board.Units.SelectMany(row => row.Card.Targets.Where(target => target.IsDisputed).Select(target => new FreezeProblem(
            "appeal", $"{row.Unit}/{target.Target.Id}", new($"Khiếu nại chưa trả lời: {row.Name.Vi}, {target.Target.Name.Vi}", $"Open appeal: {row.Name.En}, {target.Target.Name.En}"), Blocks: true))),
        .. unmet.Select(appeal => new FreezeProblem(
            "accepted", $"{appeal.Unit}/{appeal.Target}",
            new($"Khiếu nại đã chấp nhận nhưng số liệu chưa được thẩm định lại: {appeal.Unit}, {appeal.Target}", $"Appeal accepted, but no figure was verified since: {appeal.Unit}, {appeal.Target}"), Blocks: true)),
        .. board.Units.Select(row => (Row: row, Silent: row.Card.Targets.Count(target => target is { State: DataState.NoData, Attainment: not null }))).Where(unit => unit.Silent > 0)
            .Select(unit => new FreezeProblem(
                "silent", unit.Row.Unit,
                new($"{unit.Row.Name.Vi}: {unit.Silent} chỉ tiêu chưa khai, đang tính 0", $"{unit.Row.Name.En}: {unit.Silent} targets never declared, counted as nothing"), Blocks: false)),
        .. board.Units.Where(row => !(row.Card.Coverage >= plans.InForce.Ranking.FrozenCoverage)).Select(row => new FreezeProblem(
            "unranked", row.Unit, new($"{row.Name.Vi} chưa đủ độ phủ để xếp hạng chính thức", $"{row.Name.En} has too little coverage to be ranked officially"), Blocks: false)),
        .. waiting.Select(line => new FreezeProblem(
            "unverified", $"{line.Unit}/{line.Declaration.Figure.Id}",
            new($"Chưa thẩm định: {line.UnitName.Vi}, {line.Declaration.Figure.Name.Vi}", $"Not verified: {line.UnitName.En}, {line.Declaration.Figure.Name.En}"), Blocks: false)),
        .. gaps.Select(source => new FreezeProblem(
            "gap", source, new($"Nguồn {source} còn khoảng trống hoặc số đọc chưa rõ", $"Source {source} has a gap or readings nobody has settled"), Blocks: false)),
    ];

    private static IEnumerable<FreezeProblem> Running(ScoreboardView board, AgencyCalendar calendar)
    {
        if (board.AsOf < board.Period.End)
        {
            var last = calendar.ToLocal(board.Period.LastMoment).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
            yield return new("running", board.Period.Name, new($"Kỳ {board.Period.Name} còn chạy đến hết {last}", $"Period {board.Period.Name} runs until {last}"), Blocks: false);
        }
    }

    private static IEnumerable<FreezeProblem> Weights(Plan plan)
    {
        var sum = plan.Targets.Where(target => target.IsOnUnitSheet && target.IsScored).Sum(target => target.Weight);
        if (sum != WholeSheet)
        {
            yield return new("weights", plan.Id, new($"Tổng điểm chuẩn của đơn vị là {sum:0.##}, không phải 100", $"The weights of the unit sheet sum to {sum:0.##}, not 100"), Blocks: true);
        }
    }
}
