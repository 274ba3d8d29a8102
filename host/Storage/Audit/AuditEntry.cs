using EmulationPlatform.Sdk;

namespace EmulationPlatform.Storage.Audit;

/// <summary>Who did what to what, when and why. No text may have a NUL character.</summary>
public sealed record AuditEntry
{
    public required Instant At { get; init; }

    public required string Author { get; init; }

    /// <summary>What was done, as a fixed word such as <c>source.replaced</c>.</summary>
    public required string Act { get; init; }

    /// <summary>What it was done to, as kind and id such as <c>source/7f3a</c>.</summary>
    public required string Subject { get; init; }

    public required string Reason { get; init; }

    /// <summary>Canonical JSON; null when there was nothing before.</summary>
    public string? Before { get; init; }

    /// <summary>Canonical JSON; null when there is nothing after.</summary>
    public string? After { get; init; }
}
