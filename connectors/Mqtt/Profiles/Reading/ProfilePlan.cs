namespace EmulationPlatform.Connectors.Mqtt.Profiles;

/// <summary>What one profile may say about one topic.</summary>
internal sealed record ProfilePlan(string Profile, RulePlan[] Rules);
