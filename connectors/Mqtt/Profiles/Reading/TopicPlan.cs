namespace EmulationPlatform.Connectors.Mqtt.Profiles;

/// <summary>All that is known about a topic before a message on it is opened.</summary>
internal sealed class TopicPlan
{
    private TopicPlan(string topic, ProfilePlan[] profiles)
    {
        Topic = topic;
        Profiles = profiles;
        JsonExpectedBy = profiles.FirstOrDefault(profile => profile.Rules.Any(rule =>
            rule.Rule is { Payload: PayloadForm.Json, Topic.HasLiteral: true, Readings.Length: > 0 }))?.Profile;
    }

    public string Topic { get; }

    public ProfilePlan[] Profiles { get; }

    /// <summary>The first profile that reads JSON from this very topic, or null.</summary>
    public string? JsonExpectedBy { get; }

    public static TopicPlan For(string topic, IEnumerable<Profile> profiles)
    {
        var plans = new List<ProfilePlan>();
        var slots = new Slot[Variables.Limit];
        foreach (var profile in profiles)
        {
            if (profile.Only.Length > 0 && !Array.Exists(profile.Only, only => only.TryMatch(topic, slots)))
            {
                continue;
            }

            var rules = profile.Rules.Select(rule => Plan(rule, profile.Id, topic, slots)).OfType<RulePlan>().ToArray();
            if (rules.Length > 0)
            {
                plans.Add(new ProfilePlan(profile.Id, rules));
            }
        }

        return new TopicPlan(topic, [.. plans]);
    }

    private static RulePlan? Plan(Rule rule, string profile, string topic, Slot[] slots)
    {
        if (!rule.Topic.TryMatch(topic, slots))
        {
            return null;
        }

        var open = new List<Condition>();
        foreach (var condition in rule.When)
        {
            if (!condition.Source.IsConstant(rule.TopicSlots))
            {
                open.Add(condition);
            }
            else if (!ConditionCheck.HoldsForTopic(condition, slots))
            {
                return null;
            }
        }

        return new RulePlan(rule, profile, topic, slots[..rule.TopicSlots], [.. open]);
    }
}
