using EmulationPlatform.Sdk;

namespace EmulationPlatform.Watching;

/// <summary>An interval in which a register rose faster than its source can.</summary>
/// <param name="From">Start of the interval, by which it is known: told again with another end it is the same one.</param>
/// <param name="IsSettled">The mark is gone: later readings, or a person, said what it was.</param>
public readonly record struct Impossible(Instant From, Instant To, bool IsSettled = false);
