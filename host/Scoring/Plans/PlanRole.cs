using EmulationPlatform.Sdk;

namespace EmulationPlatform.Scoring.Plans;

/// <param name="Role">Role of the product that acts for it, for example <c>Office</c>.</param>
public sealed record PlanRole(string Id, string Role, LocalizedText Name, Citation Citation);
