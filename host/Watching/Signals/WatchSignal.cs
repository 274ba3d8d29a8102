using EmulationPlatform.Sdk;

namespace EmulationPlatform.Watching;

/// <summary>A watch changed its mind. Between a raise and its clear nothing more is said.</summary>
/// <param name="Since">When what is told of began: the last reading, the first night, day or week. A clear repeats that of its raise.</param>
/// <param name="At">When it was noticed.</param>
/// <param name="Figures">What decided.</param>
public abstract record WatchSignal(Instant Since, Instant At, WatchFigures Figures)
{
    public WatchKind Kind => Figures.Kind;

    public sealed record Raised(Instant Since, Instant At, WatchFigures Figures) : WatchSignal(Since, At, Figures);

    public sealed record Cleared(Instant Since, Instant At, WatchFigures Figures) : WatchSignal(Since, At, Figures);
}
