using System.Globalization;
using EmulationPlatform.Scoring.Rules;

namespace EmulationPlatform.Scoring.Tests.Plans;

/// <summary>Rules in short words, so that a table of tests can be read.</summary>
internal static class RuleWords
{
    public static string Of(Rule? rule) => rule switch
    {
        Rule.Scaled scaled => $"{scaled.Kind}: {Figure(scaled.Figure)} {Scale(scaled.Scale)}{(scaled.Settling == Settling.Running ? "" : $" {scaled.Settling}")}",
        Rule.Combined combined => $"{combined.How}({string.Join("; ", combined.Parts.Select(Part))})",
        _ => "none",
    };

    public static string Scale(Scale scale) => scale switch
    {
        Rules.Scale.Linear linear => $"line {Course(linear.ZeroAt)} -> {Course(linear.FullAt)}",
        Rules.Scale.Steps steps => string.Join(", ", steps.Rows.Select(row => Text($"{(row.Over ? "over" : "from")} {Course(row.From)} gives {row.Gives:0.####}"))),
        Rules.Scale.Events events => Text($"{events.Start:0.##} and {events.Each:0.##} each, {events.Least:0.##} to {events.Most:0.##} of {events.OutOf:0.##}"),
        _ => "?",
    };

    private static string Part(RulePart part) => Text($"{part.Name.En} {part.Weight:0.##} {Of(part.Rule)}{(part.When is { } when ? $" when {Condition(when)}" : "")}");

    private static string Condition(Condition when) =>
        Text($"{string.Join("+", when.Groups)} {when.FromYear}-{when.ToYear} {when.Level}");

    private static string Figure(Figure figure) => figure switch
    {
        Rules.Figure.Value value => value.Indicator,
        Rules.Figure.Ratio ratio => $"{ratio.Part}/{ratio.Whole}",
        Rules.Figure.ShareOfBase share => Text($"{share.Indicator} of {share.BaseYear}{(share.PerHead ? " per head" : "")}"),
        Rules.Figure.Growth growth => $"growth of {growth.Indicator}",
        Rules.Figure.AgainstPeers peers => $"{peers.Indicator} against {peers.Measure}{(peers.HigherIsBetter ? "" : " lower")}",
        _ => "?",
    };

    private static string Course(Course course) => course.Points is [{ Year: int.MinValue } flat]
        ? flat.Value == decimal.MinValue ? "any" : Text($"{flat.Value:0.####}")
        : $"[{string.Join(" ", course.Points.Select(point => Text($"{point.Year}={point.Value:0.####}")))}{(course.Even ? " even" : "")}]";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
