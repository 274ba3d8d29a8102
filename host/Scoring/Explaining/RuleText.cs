using EmulationPlatform.Scoring.Rules;
using EmulationPlatform.Sdk;

namespace EmulationPlatform.Scoring.Explaining;

/// <summary>Rules in words, without numbers of a unit. Years are those of the plan.</summary>
public static class RuleText
{
    public static LocalizedText Of(Rule rule, int year) => rule switch
    {
        Rule.Scaled scaled => Of(scaled, year),
        Rule.Combined combined => Of(combined.How),
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "Unknown kind of rule."),
    };

    private static LocalizedText Of(Rule.Scaled rule, int year) => rule.Kind switch
    {
        RuleKind.Reduce => Reduce(rule, year),
        RuleKind.NotAboveBase => NotAboveBase(((Figure.ShareOfBase)rule.Figure).BaseYear),
        RuleKind.Increase => new("mức đạt = mức tăng so với kỳ trước / mức tăng yêu cầu", "attainment = growth against the period before / growth asked for"),
        RuleKind.AgainstPeers => new("mức đạt = giá trị so với khối thi đua", "attainment = the value against that of the peer group"),
        RuleKind.Count when rule.Settling == Settling.ProRata => Full(
            rule, year, "mức đạt = số đã có / ({0} × phần thời gian của kỳ đã qua)", "attainment = number reached / ({0} × the part of the period that has passed)"),
        RuleKind.Count => Full(rule, year, "mức đạt = số đã có / {0}; đủ là tính ngay, phần thiếu chỉ tính khi hết kỳ", "attainment = number reached / {0}; credited at once, what is missing counts when the period ends"),
        RuleKind.Each => Events((Scale.Events)rule.Scale),
        RuleKind.YesNo => new("đạt nếu có, với minh chứng còn hiệu lực", "met when it is so, with valid evidence"),
        RuleKind.Rated => Full(rule, year, "mức đạt = trung vị điểm chấm / {0}", "attainment = median of the ratings / {0}"),
        RuleKind.OnTime => Table(rule, year, "ngày làm việc trễ", "working days late"),
        RuleKind.Pass or RuleKind.Steps or RuleKind.Staged => Table(rule, year, "giá trị", "value"),
        _ => Line(rule, year),
    };

    private static LocalizedText Reduce(Rule.Scaled rule, int year)
    {
        var (share, line) = ((Figure.ShareOfBase)rule.Figure, (Scale.Linear)rule.Scale);
        var last = line.FullAt.Points[^1];
        var (whole, now) = (NumberText.Percent(1m - last.Value), NumberText.Percent(1m - (line.FullAt.At(year) ?? 1m)));
        var (from, to, of) = (NumberText.Year(share.BaseYear), NumberText.Year(last.Year), NumberText.Year(year));
        return new(
            $"giảm {whole.Vi} so với năm {from} đến năm {to}, mốc năm {of} là −{now.Vi}; mức đạt = (gốc − thực tế) / (gốc − mốc)",
            $"{whole.En} less than in {from} by {to}, the milestone of {of} is −{now.En}; attainment = (base − actual) / (base − milestone)");
    }

    private static LocalizedText NotAboveBase(int baseYear) => new(
        $"không vượt cùng kỳ năm {NumberText.Year(baseYear)} thì đủ điểm, vượt thì không có điểm", $"full points when not above the same time of {NumberText.Year(baseYear)}, none when above");

    private static LocalizedText Line(Rule.Scaled rule, int year)
    {
        if (rule.Scale is not Scale.Linear line || line.ZeroAt.At(year) is not { } zero || line.FullAt.At(year) is not { } full)
        {
            return Table(rule, year, "giá trị", "value");
        }

        if (zero == 0m && line.FullAt.Points.Count > 1)
        {
            var (of, milestone) = (NumberText.Year(year), NumberText.Number(full));
            return new($"mức đạt = giá trị / mốc năm {of} ({milestone.Vi})", $"attainment = value / milestone of {of} ({milestone.En})");
        }

        return zero == 0m
            ? NumberText.Of("mức đạt = giá trị / {0}", "attainment = value / {0}", full)
            : NumberText.Of("mức đạt = (giá trị − {0}) / ({1} − {0})", "attainment = (value − {0}) / ({1} − {0})", zero, full);
    }

    private static LocalizedText Full(Rule.Scaled rule, int year, string vi, string en) =>
        NumberText.Of(vi, en, rule.Scale is Scale.Linear line ? line.FullAt.At(year) ?? 0m : 0m);

    private static LocalizedText Events(Scale.Events events) => NumberText.Of(
        "mức đạt = ({0} + {1} × số lần), trong khoảng {2} đến {3}, chia {4}", "attainment = ({0} + {1} × number), within {2} to {3}, divided by {4}",
        events.Start, events.Each, events.Least, events.Most, events.OutOf);

    private static LocalizedText Table(Rule.Scaled rule, int year, string what, string whatEn)
    {
        var steps = rule.Scale is Scale.Steps table ? table.Rows : [];
        var vi = new List<string>();
        var en = new List<string>();
        foreach (var step in steps.Where(step => step.From.At(year) is not null))
        {
            var from = step.From.At(year)!.Value;
            var (gives, sign) = (NumberText.Number(step.Gives), step.Over ? ">" : "≥");
            var at = NumberText.Number(from == decimal.MinValue ? 0m : from);
            vi.Add(from == decimal.MinValue ? $"mặc định {gives.Vi}" : $"{sign} {at.Vi}: {gives.Vi}");
            en.Add(from == decimal.MinValue ? $"else {gives.En}" : $"{sign} {at.En}: {gives.En}");
        }

        return new($"mức đạt theo {what}: {string.Join("; ", vi)}", $"attainment by {whatEn}: {string.Join("; ", en)}");
    }

    private static LocalizedText Of(Combination how) => how switch
    {
        Combination.Weighted => new("trung bình có trọng số của các phần áp dụng", "mean by weights of the parts that apply"),
        Combination.Total => new("tổng điểm các phần (điểm trừ là âm), trong khoảng 0 đến 1", "sum of the parts (deductions below 0), within 0 to 1"),
        Combination.Lowest => new("phần yếu nhất quyết định", "the weakest part decides"),
        Combination.Highest => new("chỉ tính phần cao nhất", "only the highest part counts"),
        Combination.First => new("phần đầu tiên áp dụng", "the first part that applies"),
        _ => throw new ArgumentOutOfRangeException(nameof(how), how, "Unknown way to combine."),
    };
}
