namespace EmulationPlatform.Connectors.Mqtt.Profiles;

/// <summary>
/// A rule made ready for one topic. Rules for any topic are planned for every topic and seldom speak, so what only a
/// speaking rule needs is made when it first does.
/// </summary>
/// <param name="when">Conditions that depend on the message; the others held for the topic.</param>
internal sealed class RulePlan(Rule rule, string profile, string topic, Slot[] topicSlots, Condition[] when)
{
    // Two threads may make it at the same time; both results mean the same.
    private ReadingPlan[]? readings;

    public Rule Rule => rule;

    public Slot[] TopicSlots => topicSlots;

    public Condition[] When => when;

    public ReadingPlan[] Readings =>
        readings ??= [.. rule.Readings.Select(spec => new ReadingPlan(spec, profile, topic, topicSlots, rule.TopicSlots))];
}
