namespace EmulationPlatform.Sdk;

/// <summary>A stretch of time that is scored. The start belongs to it, the end does not.</summary>
/// <param name="Name">What people call it, for example <c>2026</c> or <c>2026-Q3</c>.</param>
public sealed record Period(string Name, Instant Start, Instant End)
{
    public bool Contains(Instant instant) => instant >= Start && instant < End;
}
