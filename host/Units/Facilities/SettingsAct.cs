using EmulationPlatform.Sdk;

namespace EmulationPlatform.Units.Facilities;

/// <summary>A change of a source's settings.</summary>
/// <param name="No">Number in the audit log, by which the former values can be set again.</param>
/// <param name="Reason">Empty when none was needed.</param>
/// <param name="CanSetAgain">There were former values, and what was changed can be set by itself.</param>
public sealed record SettingsAct(long No, Instant At, string Author, string Reason, IReadOnlyList<SettingsDifference> Differences, bool CanSetAgain);
