using EmulationPlatform.Sdk;

namespace EmulationPlatform.Scoring.Plans;

/// <param name="ApprovedBy">The post.</param>
/// <param name="Until">Last day, in the agency's time.</param>
public sealed record Exemption(string Unit, LocalizedText Reason, string ApprovedBy, DateOnly Until);
