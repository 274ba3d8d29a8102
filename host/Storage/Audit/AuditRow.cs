namespace EmulationPlatform.Storage.Audit;

/// <param name="No">From 1, without a gap.</param>
/// <param name="Hash">64 hexadecimal digits, small letters.</param>
public sealed record AuditRow(long No, AuditEntry Entry, string Hash);
