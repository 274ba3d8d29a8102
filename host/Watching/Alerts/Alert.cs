using EmulationPlatform.Sdk;

namespace EmulationPlatform.Watching;

/// <summary>What one watch has to say about one source.</summary>
/// <param name="Since">When it began; kept when it comes back within the reopening time.</param>
/// <param name="RaisedSince">The since of the last raise, which the watch itself knows.</param>
/// <param name="LastSeen">When it was last raised.</param>
/// <param name="Figures">Of the last signal.</param>
/// <param name="Acknowledgement">Null while nobody has looked at it.</param>
/// <param name="ClearedAt">Null while it stands.</param>
public sealed record Alert(
    string Source,
    Instant Since,
    Instant RaisedSince,
    Instant LastSeen,
    WatchFigures Figures,
    Acknowledgement? Acknowledgement = null,
    Instant? ClearedAt = null)
{
    public WatchKind Kind => Figures.Kind;

    public bool Stands => ClearedAt is null;

    public bool IsToDo => Stands && Acknowledgement is null;
}
