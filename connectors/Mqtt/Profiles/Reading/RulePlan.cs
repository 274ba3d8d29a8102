namespace EmulationPlatform.Connectors.Mqtt.Profiles;

/// <summary>A rule made ready for one topic.</summary>
/// <param name="When">Those that depend on the message; the others held for the topic.</param>
internal sealed record RulePlan(Rule Rule, Slot[] TopicSlots, Condition[] When, ReadingPlan[] Readings);
