namespace EmulationPlatform.Sheets;

/// <summary>A point in time as it was written.</summary>
/// <param name="WallClock">What the clock showed; its kind is unspecified.</param>
/// <param name="Offset">Local minus UTC; <see langword="null"/> when none was written, so that it is the agency's wall clock.</param>
public readonly record struct WrittenTime(DateTime WallClock, TimeSpan? Offset)
{
    /// <param name="agencyOffset">Offset of the agency's zone, for times that were written without one.</param>
    public DateTimeOffset At(TimeSpan agencyOffset) => new(WallClock, Offset ?? agencyOffset);
}
