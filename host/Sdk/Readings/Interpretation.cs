namespace EmulationPlatform.Sdk;

/// <summary>What a connector makes of one message.</summary>
/// <param name="Matched">A profile knows this topic, even if the message holds nothing to read.</param>
/// <param name="Profile">The profile that spoke, or null.</param>
public sealed record Interpretation(bool Matched, string? Profile, IReadOnlyList<Observation> Observations, IReadOnlyList<RejectedPart> Rejected)
{
    public static Interpretation NotUnderstood { get; } = new(Matched: false, Profile: null, [], []);
}
