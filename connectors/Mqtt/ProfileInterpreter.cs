using EmulationPlatform.Connectors.Mqtt.Profiles;
using EmulationPlatform.Sdk;
using Microsoft.Extensions.Logging;

namespace EmulationPlatform.Connectors.Mqtt;

/// <summary>Reads messages by the profiles in force and keeps those up to date while the endpoint runs.</summary>
internal sealed class ProfileInterpreter : IDisposable
{
    private readonly ProfileEngine engine;
    private readonly ProfileLibrary library;
    private readonly ProfileWatch watch;

    private ProfileInterpreter(ConnectorContext context)
    {
        var logger = context.Loggers.CreateLogger("EmulationPlatform.Connectors.Mqtt.Profiles");
        library = new ProfileLibrary(Path.Combine(context.PluginFolder, "profiles"), Path.Combine(context.DataFolder, "profiles"), logger);
        engine = new ProfileEngine(library, context.Calendar);
        watch = new ProfileWatch(library, context.Clock, logger);
    }

    /// <summary>Mistakes in profile files, with line and column; their last good versions are in force.</summary>
    public IReadOnlyList<ProfileProblem> Problems => library.Problems;

    public static Interpreter Make(ConnectorContext context) => new ProfileInterpreter(context).Interpret;

    public void Dispose() => watch.Dispose();

    private Interpretation Interpret(string topic, ReadOnlyMemory<byte> payload, Instant receivedAt)
    {
        var read = engine.Interpret(topic, payload.Span, receivedAt);
        foreach (var observation in read.Observations)
        {
            if (ReadingTime.Problem(observation.At, receivedAt) is not null)
            {
                return WithoutImpossibleTimes(read, receivedAt);
            }
        }

        return read;
    }

    /// <summary>Here, and not only in the host, because here the raw message is at hand and goes into quarantine with the reason.</summary>
    private static Interpretation WithoutImpossibleTimes(Interpretation read, Instant receivedAt)
    {
        var kept = new List<Observation>();
        var rejected = new List<RejectedPart>(read.Rejected);
        foreach (var observation in read.Observations)
        {
            if (ReadingTime.Problem(observation.At, receivedAt) is { } problem)
            {
                rejected.Add(problem);
            }
            else
            {
                kept.Add(observation);
            }
        }

        return read with { Observations = kept, Rejected = rejected };
    }
}
