using EmulationPlatform.Sdk;

namespace EmulationPlatform.Metering;

/// <summary>
/// Turns readings of a source, in order of time, into intervals: one step per reading, no memory beside
/// <see cref="CounterState"/>. The result for a set of readings and events is that of folding them from the first to the last.
/// </summary>
public static class SourceFold
{
    /// <param name="reading">Later than every reading folded before.</param>
    public static FoldStep Step(in CounterState state, MeterReading reading, SourceRules rules)
    {
        if (!rules.Events.IsEmpty)
        {
            return EventFold.Step(state, reading, rules);
        }

        return rules.Kind == SourceKind.Gauge ? GaugeFold.Step(state, reading, rules) : CounterFold.Step(state, reading, rules);
    }

    /// <summary>
    /// The state after readings that followed each other without anything unusual.
    /// </summary>
    /// <param name="readings">The newest readings in order of time, as they were sent; the last three that count are enough.</param>
    public static CounterState Plain(IEnumerable<MeterReading> readings, SourceRules rules)
    {
        var state = CounterState.Empty;
        foreach (var reading in readings)
        {
            if (rules.Events.Effective(reading) is { } effective)
            {
                state = rules.Kind == SourceKind.Gauge ? GaugeFold.Step(state, effective, rules).State : CounterFold.Follow(state, effective, rules);
            }
        }

        return state;
    }
}
