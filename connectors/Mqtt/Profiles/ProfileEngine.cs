using EmulationPlatform.Sdk;

namespace EmulationPlatform.Connectors.Mqtt.Profiles;

/// <summary>
/// From a message to readings, by the profiles in force. Callable from any number of threads; never throws for what a
/// message contains.
/// </summary>
internal sealed class ProfileEngine(ProfileLibrary library, AgencyCalendar calendar)
{
    [ThreadStatic]
    private static MessageReader? reader;

    private readonly SparkplugReader sparkplug = new();

    public Interpretation Interpret(string topic, ReadOnlySpan<byte> payload, Instant receivedAt)
    {
        var plan = library.Current.PlanFor(topic);
        if (plan.Profiles.Length == 0)
        {
            return Interpretation.NotUnderstood;
        }

        reader ??= new MessageReader();
        return reader.Read(plan, payload, new ReadingContext(receivedAt, calendar.Offset, sparkplug));
    }
}
