namespace EmulationPlatform.Units.Views;

/// <param name="Accepted">Readings that are now stored.</param>
/// <param name="Reason">Why it still cannot be used; null when it could.</param>
public sealed record ReplayResult(int Accepted, string? Reason);
