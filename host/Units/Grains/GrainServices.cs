using EmulationPlatform.Sdk;
using EmulationPlatform.Storage;
using EmulationPlatform.Units.Ledger;
using EmulationPlatform.Units.Scores;
using EmulationPlatform.Units.Watching;
using Microsoft.Extensions.Logging;

namespace EmulationPlatform.Units.Grains;

/// <summary>What every unit's grain works with.</summary>
/// <param name="Rebook">Has the other units of a source look again at what they had of it.</param>
/// <param name="Redirect">Sends an item on whose source has moved to another unit.</param>
/// <param name="Rebuild">A unit's memory may differ from the disk: all units are read from disk again.</param>
internal sealed record GrainServices(
    Database Database,
    IReadingHistory History,
    SourceLoader Loader,
    UnmatchedTopics Unmatched,
    BoardKeeper Board,
    WatchRoom Watches,
    TimeProvider Clock,
    ILogger Logger,
    Action<int> Rebook,
    Action<InboxItem> Redirect,
    Action Rebuild)
{
    public Instant Now => Instant.From(Clock.GetUtcNow());
}
