using EmulationPlatform.Sdk;
using EmulationPlatform.Units.Views;

namespace EmulationPlatform.Units.Facilities;

/// <summary>A meter as the people see it who own it.</summary>
/// <param name="Title">Its label, or its topic when nobody has named it.</param>
/// <param name="Open">Entries of the worklist about it.</param>
/// <param name="Alerts">What watches say about it now, acknowledged or not.</param>
/// <param name="LastDay">Amounts of the last 24 whole hours, oldest first; null where nothing is known.</param>
/// <param name="UsualPause">Its usual time between readings; null while that is not known.</param>
/// <param name="Guess">What an unassigned source may be.</param>
public sealed record MeterView(
    SourceView Source,
    string Title,
    MeterState State,
    int Open,
    IReadOnlyList<AlertView> Alerts,
    IReadOnlyList<Amount?> LastDay,
    TimeSpan? UsualPause,
    SourceGuess? Guess);
