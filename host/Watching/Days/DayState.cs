namespace EmulationPlatform.Watching;

/// <summary>What a watch over days thinks after a day.</summary>
/// <param name="Since">First day of what is raised, or of the run that may become so.</param>
/// <param name="Run">Days in a row that speak for raising.</param>
/// <param name="LastOfRun">The last of them.</param>
/// <param name="Figures">Those of the last day that decided anything.</param>
internal readonly record struct DayState(bool Raised, DateOnly Since, int Run, DateOnly LastOfRun, WatchFigures? Figures)
{
    public static DayState Clear(WatchFigures figures) => new(Raised: false, default, 0, default, figures);

    /// <summary>Raised from <paramref name="day"/> on, unless it was before.</summary>
    public DayState Raise(DateOnly day, WatchFigures figures) => new(Raised: true, Raised ? Since : day, 0, default, figures);
}
