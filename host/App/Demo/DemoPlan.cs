using EmulationPlatform.Scoring.Plans;

namespace EmulationPlatform.App.Demo;

/// <summary>
/// The shipped plan with an invented decision: the real one gives no percentage for power and water, and the demo shows what a
/// board looks like once the Director has set one.
/// </summary>
internal static class DemoPlan
{
    public const int BaseYear = 2025;

    private static readonly ApprovedRule Decision = new(
        new Rule.Reduce(BaseYear, Fraction: 0.10m, ByYear: 2030), "01/QĐ-DEMO (giả định)", "Giám đốc Ban (giả định)", new DateOnly(2026, 1, 15));

    public static Plan Of(Plan shipped) => shipped with { Targets = [.. shipped.Targets.Select(target => target with { Approved = Decision })] };
}
