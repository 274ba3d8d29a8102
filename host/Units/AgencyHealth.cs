using EmulationPlatform.Storage;
using EmulationPlatform.Units.Views;
using EmulationPlatform.Units.Watching;

namespace EmulationPlatform.Units;

/// <summary>The agency's parts as <c>/health/ready</c> shows them.</summary>
internal static class AgencyHealth
{
    public static IReadOnlyList<HostHealth> Of(Database database, AgencyRuntime runtime, WatchRoom watches, bool isOpen)
    {
        var storage = database.Health;
        var alerts = watches.State;
        return
        [
            new HostHealth(
                "storage", storage.Problem is null ? "ok" : "failed", Vital: true,
                storage.Problem is null ? $"SQLite {Database.LibraryVersion}, WAL, synchronous=FULL" : $"Cannot write: {storage.Problem}. Nothing is acknowledged; it is tried again every second.",
                new Dictionary<string, long> { ["commits"] = storage.Commits, ["readings"] = storage.Rows, ["walBytes"] = storage.WalBytes }),
            new HostHealth(
                "units", isOpen ? "ok" : "failed", Vital: true,
                isOpen ? "Taking readings" : "Not taking readings: the units are being read from disk again.",
                new Dictionary<string, long> { ["units"] = runtime.Units.Count, ["sources"] = runtime.Sources.Count, ["waiting"] = runtime.Waiting }),
            new HostHealth(
                "watches", "ok", Vital: false, "Watching sources; after a start their past is read one after the other",
                new Dictionary<string, long> { ["watched"] = watches.Count, ["alerts"] = alerts.Standing.Count, ["toDo"] = alerts.ToDo }),
        ];
    }
}
