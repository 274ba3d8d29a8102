using EmulationPlatform.Scoring.Plans;
using EmulationPlatform.Sdk;

namespace EmulationPlatform.Scoring.Calendar;

/// <summary>Something of a plan with a day.</summary>
/// <param name="LastDay">Last day that is in time; null while a decision is missing.</param>
/// <param name="OwedBy">Empty for phases and reviews.</param>
/// <param name="To">Empty for all but duties.</param>
/// <param name="Reading">How the plan's words were read, for example "trước ngày 10/11 (hết 09/11)"; null when they need no reading.</param>
public sealed record CalendarEntry(
    string Id, CalendarKind Kind, LocalizedText Name, DateOnly? LastDay, string OwedBy, string To, LocalizedText? Reading, Citation Citation);
