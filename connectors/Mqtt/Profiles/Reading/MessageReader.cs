using EmulationPlatform.Sdk;

namespace EmulationPlatform.Connectors.Mqtt.Profiles;

/// <summary>
/// Reads one message by the plan of its topic: the first profile with a rule that speaks takes the message, and all rules
/// of that profile that speak add to it. Holds its buffers from message to message; one thread at a time.
/// </summary>
internal sealed class MessageReader
{
    private const int Unread = -2;

    private static readonly RejectedPart BrokenJson = new(
        "badPayload",
        "The payload begins like JSON and is not: cut short, nested too deep, or not UTF-8. Check the device's message size limit.");

    private readonly MessageTree tree = new();
    private readonly Slot[] slots = new Slot[Variables.Limit];
    private readonly int[] roots = new int[3];
    private readonly PathSearch search;
    private readonly TextLookup texts;
    private readonly CaptureReader captures;
    private readonly ReadingCollector collector;
    private int root;

    public MessageReader()
    {
        search = new PathSearch(tree, slots);
        texts = new TextLookup(tree, slots, search);
        captures = new CaptureReader(tree, slots, texts);
        collector = new ReadingCollector(tree, slots, texts);
    }

    public Interpretation Read(TopicPlan plan, ReadOnlySpan<byte> payload, in ReadingContext context)
    {
        tree.Clear();
        collector.Start(context);
        roots.AsSpan().Fill(Unread);
        if (payload.IsEmpty)
        {
            // An empty payload takes back a retained message; it never holds a value.
            return new Interpretation(Matched: true, plan.Profiles[0].Profile, [], []);
        }

        foreach (var profile in plan.Profiles)
        {
            if (TryRead(profile, plan.Topic, payload, context))
            {
                return collector.IsEmpty && IsBrokenJson(plan, payload) ? Broken(plan) : collector.Finish(profile.Profile);
            }
        }

        return IsBrokenJson(plan, payload) ? Broken(plan) : Interpretation.NotUnderstood;
    }

    private static Interpretation Broken(TopicPlan plan) => new(Matched: true, plan.JsonExpectedBy, [], [BrokenJson]);

    /// <summary>A profile reads JSON from this topic, and this is meant to be JSON and is not: that may have been a reading.</summary>
    private bool IsBrokenJson(TopicPlan plan, ReadOnlySpan<byte> payload) =>
        plan.JsonExpectedBy is not null && roots[(int)PayloadForm.Json] == MessageTree.None && LooksLikeJson(payload);

    private static bool LooksLikeJson(ReadOnlySpan<byte> payload)
    {
        var text = payload.TrimStart(" \t\r\n"u8);
        return !text.IsEmpty && text[0] is (byte)'{' or (byte)'[';
    }

    private bool TryRead(ProfilePlan profile, string topic, ReadOnlySpan<byte> payload, in ReadingContext context)
    {
        var spoken = false;
        foreach (var rule in profile.Rules)
        {
            root = Root(rule.Rule.Payload, topic, payload, context);
            if (root == MessageTree.None)
            {
                continue;
            }

            rule.TopicSlots.CopyTo(slots, 0);
            if (!Hold(rule.When, root))
            {
                continue;
            }

            var speaks = rule.Rule.Each is { } each ? ReadElements(rule, each, 0, root) : ReadElement(rule, root);
            spoken |= speaks;
            if (speaks && rule.Rule.Readings.Length == 0)
            {
                break;
            }
        }

        return spoken;
    }

    private int Root(PayloadForm form, string topic, ReadOnlySpan<byte> payload, in ReadingContext context)
    {
        ref var known = ref roots[(int)form];
        if (known == Unread)
        {
            known = form switch
            {
                PayloadForm.Json => tree.AddJson(payload),
                PayloadForm.Text => tree.AddText(payload.Trim(" \t\r\n"u8)),
                _ => tree.AddJson(context.Sparkplug.ToJson(topic, payload, collector)),
            };
        }

        return known;
    }

    private bool ReadElements(RulePlan rule, JsonPath each, int step, int node)
    {
        if (step == each.Steps.Length)
        {
            return ReadElement(rule, node);
        }

        var speaks = false;
        var count = 0;
        for (var next = search.Next(each.Steps[step], node, MessageTree.None, ref count);
            next != MessageTree.None && !collector.IsFull;
            next = search.Next(each.Steps[step], node, next, ref count))
        {
            speaks |= ReadElements(rule, each, step + 1, next);
        }

        return speaks;
    }

    private bool ReadElement(RulePlan rule, int element)
    {
        if (!Hold(rule.Rule.Where, element))
        {
            return false;
        }

        if (rule.Rule.Capture is { } capture && !captures.TryCapture(capture, root, element))
        {
            return false;
        }

        collector.Enter(root, element);
        foreach (var reading in rule.Readings)
        {
            if (reading.Spec.Value.Path is { } path)
            {
                ReadValues(reading, path, 0, path.FromRoot ? root : element);
            }
            else
            {
                collector.AddCaptured(reading);
            }
        }

        return true;
    }

    private bool Hold(Condition[] conditions, int element)
    {
        foreach (var condition in conditions)
        {
            if (!Holds(condition, element))
            {
                return false;
            }
        }

        return true;
    }

    private bool Holds(Condition condition, int element) => condition.Source.Path is { } path
        ? ConditionCheck.Holds(condition, tree, search.Find(path, root, element))
        : ConditionCheck.HoldsForText(condition, texts.Written(condition.Source.Template!));

    private void ReadValues(ReadingPlan reading, JsonPath path, int step, int node)
    {
        if (step == path.Steps.Length)
        {
            collector.Add(reading, node);
            return;
        }

        var count = 0;
        for (var next = search.Next(path.Steps[step], node, MessageTree.None, ref count);
            next != MessageTree.None && !collector.IsFull;
            next = search.Next(path.Steps[step], node, next, ref count))
        {
            ReadValues(reading, path, step + 1, next);
        }
    }
}
