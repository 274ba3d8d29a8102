using EmulationPlatform.Sdk;

namespace EmulationPlatform.Watching;

/// <summary>What a watch over days knows when it begins.</summary>
/// <param name="History">Days before now, oldest first.</param>
/// <param name="RaisedSince">Raised before the start and told then; null when nothing was.</param>
internal sealed record DaySeed(AgencyCalendar Calendar, IReadOnlyList<DayUse> History, Instant? RaisedSince);
