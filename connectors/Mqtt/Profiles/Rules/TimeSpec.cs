namespace EmulationPlatform.Connectors.Mqtt.Profiles;

/// <summary>Where a message says when it was measured.</summary>
/// <param name="Formats">Tried in turn.</param>
/// <param name="Utc">Texts without an offset are UTC; else the agency's wall clock.</param>
/// <param name="Nothing">Texts that stand for "not known", such as 0 of a clock that was never set.</param>
internal sealed record TimeSpec(TextSource Source, TimeFormat[] Formats, bool Utc, string[] Nothing);
