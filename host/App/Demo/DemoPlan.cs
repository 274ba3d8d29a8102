using EmulationPlatform.Scoring.Plans;

namespace EmulationPlatform.App.Demo;

/// <summary>
/// The shipped plan with an invented decision: the real one gives no percentage for power and water, and the demo shows what a
/// board looks like once the Director has set one.
/// </summary>
internal static class DemoPlan
{
    public const int BaseYear = 2025;

    /// <summary>Option of the shipped plan: ten percent less by 2030.</summary>
    private const string Option = "giam-10";

    private static readonly Approval Decision = new("01/QĐ-DEMO (giả định)", "Giám đốc Ban (giả định)", new DateOnly(2026, 1, 15));

    public static Plan Of(Plan shipped) => shipped with { Targets = [.. shipped.Targets.Select(Decided)] };

    private static Target Decided(Target target) => target.Open?.Options.FirstOrDefault(option => option.Id == Option) is { Rule: { } rule }
        ? target with { Open = null, Rule = rule, Approved = Decision }
        : target;
}
