using EmulationPlatform.Sdk;

namespace EmulationPlatform.Storage.Tables;

/// <summary>What one watch says about one source.</summary>
/// <param name="Source">The source's id.</param>
/// <param name="Kind">Name of the watch.</param>
/// <param name="Since">When it began.</param>
/// <param name="RaisedSince">When it began the last time.</param>
/// <param name="LastSeen">When it was last raised.</param>
/// <param name="Figures">A JSON text.</param>
public sealed record AlertRow(string Source, string Kind, Instant Since, Instant RaisedSince, Instant LastSeen, string Figures)
{
    /// <summary>Who has seen to it; null while nobody has.</summary>
    public string? SeenBy { get; init; }

    public Instant? SeenAt { get; init; }

    public string? SeenReason { get; init; }

    /// <summary>Null while it stands.</summary>
    public Instant? ClearedAt { get; init; }
}
