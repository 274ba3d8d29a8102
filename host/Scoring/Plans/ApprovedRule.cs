namespace EmulationPlatform.Scoring.Plans;

/// <param name="Decision">Number of the deciding document, as printed.</param>
/// <param name="By">Who decided, as a post, for example <c>Giám đốc</c>.</param>
public sealed record ApprovedRule(Rule Rule, string Decision, string By, DateOnly On);
