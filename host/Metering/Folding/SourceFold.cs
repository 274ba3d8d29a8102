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
    /// <param name="last">The newest readings in order of time, as sent; they must hold the last three that count.</param>
    public static CounterState Plain(IEnumerable<MeterReading> last, SourceRules rules)
    {
        var state = CounterState.Empty;
        foreach (var sent in last)
        {
            if (rules.Events.Effective(sent) is not { } reading)
            {
                continue;
            }

            state = rules.Kind == SourceKind.Gauge ? GaugeFold.Step(state, reading, rules).State : CounterFold.Follow(state, reading, rules);
        }

        return state;
    }
}
