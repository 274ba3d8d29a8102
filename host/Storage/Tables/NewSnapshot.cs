using EmulationPlatform.Sdk;

namespace EmulationPlatform.Storage.Tables;

/// <summary>An official result to be frozen. No text may have a NUL character.</summary>
public sealed record NewSnapshot
{
    /// <summary>Id of the plan's movement.</summary>
    public required string Movement { get; init; }

    /// <summary>Name of the period, such as <c>2026</c> or <c>2026-Q3</c>.</summary>
    public required string Period { get; init; }

    public required Instant TakenAt { get; init; }

    public required string Author { get; init; }

    public required string Reason { get; init; }

    /// <summary>The whole board as JSON, kept word for word.</summary>
    public required string Board { get; init; }

    /// <summary>Number of the result of the same period that was in force until now; null for the first one.</summary>
    public long? Replaces { get; init; }
}
