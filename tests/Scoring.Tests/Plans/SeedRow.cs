namespace EmulationPlatform.Scoring.Tests.Plans;

/// <summary>One thing that a seed document asks for or says (tests/corpora/seed-rows.json).</summary>
/// <param name="Kind">T target, C criterion, O obligation, D duty, P phase, R role, A award, N quota, X V B F M context.</param>
internal sealed record SeedRow(string Id, string File, string Kind, string Quote);
