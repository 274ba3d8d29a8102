using EmulationPlatform.Sdk;

namespace EmulationPlatform.Watching;

/// <summary>A source's newest reading so far was accepted.</summary>
/// <param name="At">The time the reading carries.</param>
/// <param name="ReceivedAt">
/// When it reached the host. Silence is counted from here: a device that sends its readings in bundles speaks when the bundle comes.
/// </param>
public readonly record struct Heard(Instant At, Instant ReceivedAt);
