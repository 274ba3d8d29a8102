using EmulationPlatform.Sdk;

namespace EmulationPlatform.Units.Facilities;

/// <summary>What a connector would make of a message.</summary>
/// <param name="Understood">Some rule matched.</param>
/// <param name="Values">What it would store.</param>
/// <param name="Problems">Parts that would go to quarantine, and why.</param>
public sealed record ProfileTrial(bool Understood, IReadOnlyList<TriedValue> Values, IReadOnlyList<RejectedPart> Problems);
