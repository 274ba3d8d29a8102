namespace EmulationPlatform.Units.Facilities;

/// <summary>How the audit log names the entry that was taken back: by its own row.</summary>
internal sealed record HandNumber(long No);
