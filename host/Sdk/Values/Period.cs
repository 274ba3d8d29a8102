namespace EmulationPlatform.Sdk;

/// <summary>A stretch of time that is scored. The start belongs to it, the end does not.</summary>
/// <param name="Name">What people call it, for example <c>2026</c> or <c>2026-Q3</c>.</param>
public sealed record Period(string Name, Instant Start, Instant End)
{
    /// <summary>The last millisecond that belongs to it.</summary>
    public Instant LastMoment => End.Plus(TimeSpan.FromMilliseconds(-1));

    /// <summary>A moment, or the end when that is earlier.</summary>
    public Instant UpTo(Instant moment) => moment < End ? moment : End;

    /// <summary>A moment, or the last one that belongs to it when that is earlier.</summary>
    public Instant Within(Instant moment) => moment < End ? moment : LastMoment;

    public bool Contains(Instant instant) => instant >= Start && instant < End;
}
