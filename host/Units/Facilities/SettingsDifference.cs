namespace EmulationPlatform.Units.Facilities;

/// <summary>One setting of a source as it was and as it became.</summary>
/// <param name="Name">As in the audit log: <c>factor</c>, <c>maxRate</c>, <c>units</c> …</param>
/// <param name="Before">Null when it was not set.</param>
/// <param name="After">Null when it was taken away.</param>
public sealed record SettingsDifference(string Name, string? Before, string? After);
