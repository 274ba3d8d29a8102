using System.Text;
using EmulationPlatform.Sdk;

namespace EmulationPlatform.Connectors.Mqtt.Profiles;

/// <summary>Makes observations of the values found in a message, and says what is wrong with those it cannot use.</summary>
internal sealed class ReadingCollector(MessageTree tree, Slot[] slots, TextLookup texts)
{
    /// <summary>A message with more values than this is no meter's.</summary>
    private const int MostReadings = 1_000;

    private const int MostRejected = 100;

    /// <summary>Earlier than this no reading was taken: a clock that was never set.</summary>
    private static readonly long EarliestTime = new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();

    private readonly List<Observation> observations = [];
    private readonly List<RejectedPart> rejected = [];
    private ReadingContext context;
    private int root;
    private int element;
    private Instant? sharedTime;

    public bool IsFull => observations.Count >= MostReadings || rejected.Count >= MostRejected;

    public bool IsEmpty => observations.Count == 0 && rejected.Count == 0;

    public void Start(in ReadingContext current)
    {
        context = current;
        observations.Clear();
        rejected.Clear();
    }

    /// <summary>The values that follow belong to this element.</summary>
    public void Enter(int messageRoot, int currentElement)
    {
        root = messageRoot;
        element = currentElement;
        sharedTime = null;
    }

    public Interpretation Finish(string profile)
    {
        if (observations.Count >= MostReadings)
        {
            Reject("badPayload", $"The message holds more than {MostReadings} values; the rest was not read. Send fewer per message.");
        }

        DoubleReadings.Settle(observations, this);
        return new Interpretation(
            Matched: true, profile, observations.Count == 0 ? [] : observations.ToArray(), rejected.Count == 0 ? [] : rejected.ToArray());
    }

    public void Reject(string code, string reason)
    {
        if (rejected.Count < MostRejected)
        {
            rejected.Add(new RejectedPart(code, reason));
        }
    }

    public void AddCaptured(ReadingPlan reading)
    {
        if (texts.TryGet(reading.Spec.Value, root, element, out var text))
        {
            AddText(reading, text);
        }
    }

    public void Add(ReadingPlan reading, int node)
    {
        switch (tree[node].Kind)
        {
            case NodeKind.Null or NodeKind.Object or NodeKind.Array:
                // Null is "no value", and another shape is for another rule.
                return;
            case NodeKind.True or NodeKind.False:
                Reject("notANumber", $"{Where(reading)}: found {Shown(tree.Text(node))}, and a number is needed.");
                return;
            case NodeKind.Text:
                AddText(reading, tree.Text(node).Trim(" \t\r\n"u8));
                return;
            default:
                AddText(reading, tree.Text(node));
                return;
        }
    }

    private void AddText(ReadingPlan reading, ReadOnlySpan<byte> text)
    {
        var spec = reading.Spec;
        if (text.IsEmpty || NothingWords.Contains(text) || (spec.Nothing.Length > 0 && IsNothing(text, spec.Nothing)))
        {
            return;
        }

        var result = NumberText.Read(text, out var number);
        if (result != NumberResult.Number)
        {
            RejectNumber(reading, text, result);
        }
        else if (TryScale(spec, number, out var value))
        {
            AddValue(reading, text, value);
        }
    }

    private void AddValue(ReadingPlan reading, ReadOnlySpan<byte> text, decimal value)
    {
        var spec = reading.Spec;
        if (value < spec.Least || value > spec.Most || !RegisterValue.TryFrom(value, out var register))
        {
            RejectNumber(reading, text, NumberResult.OutOfRange);
        }
        else if (TryTime(reading, out var at))
        {
            observations.Add(new Observation(reading.Source(slots, tree), at, register));
        }
    }

    private static bool IsNothing(ReadOnlySpan<byte> text, string[] nothing)
    {
        foreach (var word in nothing)
        {
            if (Ascii.EqualsIgnoreCase(text, word))
            {
                return true;
            }
        }

        return false;
    }

    private void RejectNumber(ReadingPlan reading, ReadOnlySpan<byte> text, NumberResult result)
    {
        if (result == NumberResult.OutOfRange)
        {
            Reject("outOfRange", $"{Where(reading)}: found {Shown(text)}, which is outside what a register of {reading.Spec.Measure} can show.");
            return;
        }

        var hint = text.Contains((byte)',') ? "; write 12.5 with a point, without separators" : "";
        Reject("notANumber", $"{Where(reading)}: found {Shown(text)}, and a number is needed{hint}.");
    }

    /// <returns><see langword="false"/> when the message gives a unit or key that makes it another quantity: no reading.</returns>
    private bool TryScale(ReadingSpec spec, decimal number, out decimal value)
    {
        value = number;
        var unit = spec.Unit.Source is null ? spec.Unit.Fixed : UnitOf(spec.Unit);
        if (unit is null || unit.Measure != spec.Measure)
        {
            return false;
        }

        var factor = spec.Factor.Source is null ? spec.Factor.Fixed : FactorOf(spec.Factor);
        if (factor is not { } known)
        {
            return false;
        }

        value = unit.Scale.Apply(known == 1 ? number : number * known);
        if (spec.Sign is { } sign && texts.TryGet(sign.Source, root, element, out var side) && ConditionCheck.IsOneOf(side, sign.Negative))
        {
            value = -value;
        }

        return true;
    }

    private MeterUnit? UnitOf(UnitSpec spec)
    {
        if (!texts.TryGet(spec.Source!, root, element, out var text))
        {
            return spec.Fixed;
        }

        Span<char> chars = stackalloc char[16];
        return Encoding.UTF8.TryGetChars(text, chars, out var length) ? MeterUnit.Of(chars[..length]) : null;
    }

    private decimal? FactorOf(FactorSpec spec) =>
        texts.TryGet(spec.Source!, root, element, out var text)
            ? spec.Table!.TryGetValue(Encoding.UTF8.GetString(text), out var factor) ? factor : spec.Fixed
            : spec.Fixed;

    private bool TryTime(ReadingPlan reading, out Instant at)
    {
        if (reading.Spec.SharesTime && sharedTime is { } known)
        {
            at = known;
            return true;
        }

        at = context.ReceivedAt;
        foreach (var time in reading.Spec.Times)
        {
            if (!texts.TryGet(time.Source, root, element, out var text) || IsNothing(text, time.Nothing))
            {
                continue;
            }

            if (!TryTime(time, text, out at))
            {
                var place = time.Source.Path?.Text ?? "the captured time";
                var forms = string.Join(" or ", time.Formats.Select(format => format.Pattern));
                Reject(
                    "badTime",
                    $"{place}: found {Shown(text)}, which is no time after 1999 in the form {forms}; "
                    + $"set the device's clock or the profile's time format. {Where(reading)} was not read.");
                return false;
            }

            break;
        }

        sharedTime = reading.Spec.SharesTime ? at : sharedTime;
        return true;
    }

    private bool TryTime(TimeSpec time, ReadOnlySpan<byte> text, out Instant at)
    {
        at = default;
        foreach (var format in time.Formats)
        {
            if (TimeText.TryRead(text, format, time.Utc ? TimeSpan.Zero : context.SiteOffset, out at) && at.UnixMilliseconds >= EarliestTime)
            {
                return true;
            }
        }

        return false;
    }

    private static string Where(ReadingPlan reading) => reading.Spec.Value.Path?.Text ?? "The captured value";

    private static string Shown(ReadOnlySpan<byte> text)
    {
        const int longest = 40;
        var start = Encoding.UTF8.GetString(text.Length > longest ? text[..longest] : text);
        var clean = new string([.. start.Select(c => char.IsControl(c) ? '·' : c)]);
        return text.Length > longest ? $"'{clean}…'" : $"'{clean}'";
    }
}
