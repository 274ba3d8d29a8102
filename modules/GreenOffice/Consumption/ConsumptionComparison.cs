using EmulationPlatform.Sdk;

namespace EmulationPlatform.Modules.GreenOffice;

/// <summary>
/// Consumption beside the base year's, matched on both sides: a month counts when it has readings and a baseline, and its
/// baseline counts by the share of the month that is covered. So the value is the consumption that is compared, which can be
/// less than all that was read; without any baseline it is all that was read.
/// </summary>
internal static class ConsumptionComparison
{
    private static readonly LocalizedText NoMeter = new("chưa gán công tơ nào cho đơn vị", "no meter is assigned to the unit yet");
    private static readonly LocalizedText NoReadings = new("chưa có số đọc trong kỳ", "no readings in the period yet");
    private static readonly LocalizedText NoBaseline = new("chưa có số liệu gốc", "no baseline yet");
    private static readonly LocalizedText NoUsableBaseline = new(
        "số liệu gốc thiếu hoặc bằng 0 ở các tháng có số đọc", "the baseline is missing or 0 in the months that have readings");

    private static readonly LocalizedText NotBegun = new("kỳ chưa bắt đầu", "the period has not begun");

    public static IndicatorResult Of(ConsumptionFacts facts)
    {
        var elapsed = facts.Months.Where(month => month.Elapsed > TimeSpan.Zero).ToList();
        if (elapsed.Count == 0)
        {
            return Without(DataState.NotDue, NotBegun, facts);
        }

        var read = elapsed.Where(month => month.Covered > 0m).ToList();
        if (facts.Sources.Count == 0 || read.Count == 0)
        {
            return Without(DataState.NoData, facts.Sources.Count == 0 ? NoMeter : NoReadings, facts);
        }

        var reference = read.Sum(month => month.Covered * BaselineElapsed(month));
        return reference > 0m ? Compared(facts, elapsed, reference) : Uncompared(facts, read);
    }

    private static IndicatorResult Compared(ConsumptionFacts facts, List<MonthConsumption> elapsed, decimal reference)
    {
        var matched = elapsed.Where(month => month.Covered > 0m && month.Baseline is not null).ToList();
        var value = matched.Sum(month => month.Amount.ToDecimal());
        var referenceElapsed = elapsed.Sum(BaselineElapsed);
        var everyMonthHasBaseline = elapsed.TrueForAll(month => month.Baseline is not null);
        return new(StateOf(matched), value, reference / referenceElapsed * ShareOfTimeWithBaseline(elapsed))
        {
            Reference = reference,
            ReferenceElapsed = referenceElapsed,

            // At best nothing was used where nothing was read. A month without a baseline could have had any, so that it
            // leaves both ends open: otherwise a missing baseline could hide a bad month.
            Least = everyMonthHasBaseline ? value : null,
            Most = everyMonthHasBaseline && elapsed.TrueForAll(month => month.Covered >= 1m) ? value : null,
            UpdatedAt = facts.LatestReadingAt,
            FlatBaseline = facts.FlatBaseline,
            BaselineYear = facts.BaselineYear,
            Inputs = facts.Sources,
        };
    }

    private static IndicatorResult Uncompared(ConsumptionFacts facts, List<MonthConsumption> read) =>
        Without(DataState.NoBaseline, facts.BaselineYear is null ? NoBaseline : NoUsableBaseline, facts) with { Value = read.Sum(month => month.Amount.ToDecimal()) };

    private static IndicatorResult Without(DataState state, LocalizedText reason, ConsumptionFacts facts) => new(state, null, 0m)
    {
        Reason = reason,
        UpdatedAt = facts.LatestReadingAt,
        FlatBaseline = facts.FlatBaseline,
        BaselineYear = facts.BaselineYear,
        Inputs = facts.Sources,
    };

    private static DataState StateOf(List<MonthConsumption> matched) =>
        matched.Exists(month => month.Estimated > 0m) ? DataState.Estimated : DataState.Measured;

    private static decimal BaselineElapsed(MonthConsumption month)
    {
        var baseline = month.Baseline?.ToDecimal() ?? 0m;
        return month.Elapsed >= month.Length ? baseline : baseline * ((decimal)month.Elapsed.Ticks / month.Length.Ticks);
    }

    private static decimal ShareOfTimeWithBaseline(List<MonthConsumption> elapsed) =>
        (decimal)elapsed.Where(month => month.Baseline is not null).Sum(month => month.Elapsed.Ticks) / elapsed.Sum(month => month.Elapsed.Ticks);
}
