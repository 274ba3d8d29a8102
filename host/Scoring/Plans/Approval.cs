namespace EmulationPlatform.Scoring.Plans;

/// <summary>Who decided on a rule.</summary>
/// <param name="Number">Number of the deciding document, as printed.</param>
/// <param name="Post">The post, not the person, for example <c>Giám đốc</c>.</param>
public sealed record Approval(string Number, string Post, DateOnly On);
