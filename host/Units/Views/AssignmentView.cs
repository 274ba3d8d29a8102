using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.ReadingLog;

namespace EmulationPlatform.Units.Views;

/// <summary>A stretch of time in which a source counts for a unit. From belongs to it, to does not; null is open.</summary>
/// <param name="Weight">For fixed shares, relative to the other units of the same time.</param>
/// <param name="Reason">Why it is shared this way; null when it is not shared.</param>
public sealed record AssignmentView(string Unit, Instant? From, Instant? To, ShareKey Key, decimal Weight, string? Reason)
{
    internal static AssignmentView Of(Assignment assignment) =>
        new(assignment.Unit, assignment.From?.Start, assignment.To?.Start, assignment.Key, assignment.Weight, assignment.Reason);
}
