namespace EmulationPlatform.Units.Views;

/// <summary>What became of posted readings, told after the commit.</summary>
public sealed record PostResult(int Accepted, int Duplicates, int Conflicts, IReadOnlyList<QuarantinedPost> Quarantined);
