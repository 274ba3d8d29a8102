using EmulationPlatform.Sdk;

namespace EmulationPlatform.Scoring.Plans;

/// <summary>What the denominator counts.</summary>
/// <param name="NewStaffDays">People who came fewer days ago are not due yet.</param>
public sealed record Population(LocalizedText Of, IReadOnlyList<StaffKind> Staff, int NewStaffDays);
