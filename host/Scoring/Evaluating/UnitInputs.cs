using EmulationPlatform.Scoring.Plans;
using EmulationPlatform.Sdk;

namespace EmulationPlatform.Scoring.Evaluating;

/// <summary>Everything a sheet is computed from, for one unit (or the whole agency) and one period. Same inputs, same sheet.</summary>
public sealed record UnitInputs
{
    private static readonly IndicatorResult NotDeclared = new(DataState.NoData, null, 0m)
    {
        Reason = new("chưa có số liệu; chờ hệ thống đo hoặc đơn vị khai", "nothing yet; a system has to measure it or the unit to declare it"),
    };

    public required string Unit { get; init; }

    /// <summary>Id of its peer group; empty for the whole agency.</summary>
    public required string Group { get; init; }

    public TargetLevel Level { get; init; } = TargetLevel.Unit;

    public required Period Period { get; init; }

    /// <summary>Moment looked at.</summary>
    public required Instant AsOf { get; init; }

    /// <summary>Indicators and declared figures of the period by id.</summary>
    public required IReadOnlyDictionary<string, IndicatorResult> Results { get; init; }

    /// <summary>The same as of the same moment of the period before.</summary>
    public IReadOnlyDictionary<string, IndicatorResult> Previous { get; init; } = new Dictionary<string, IndicatorResult>();

    /// <summary>Values of the units of the peer group by indicator, the own one included.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<decimal>> Peers { get; init; } = new Dictionary<string, IReadOnlyList<decimal>>();

    /// <summary>Indicators of which some unit of the peer group owes a value that nobody knows.</summary>
    public IReadOnlySet<string> PeersMissing { get; init; } = new HashSet<string>();

    /// <summary>Headcount now divided by that of a base year, by base year.</summary>
    public IReadOnlyDictionary<int, decimal> HeadFactors { get; init; } = new Dictionary<int, decimal>();

    /// <summary>Days of the period for which the unit has existed; null when always.</summary>
    public int? DaysInPeriod { get; init; }

    /// <summary>Targets with an open appeal.</summary>
    public IReadOnlySet<string> Disputed { get; init; } = new HashSet<string>();

    /// <summary>The year in which the middle of the period lies; so neither time zones nor reporting years that begin in December matter.</summary>
    public int Year => YearOf(Period);

    public bool IsOver => AsOf >= Period.End;

    /// <summary>Part of the period that has passed, over 0 to 1.</summary>
    public decimal Elapsed
    {
        get
        {
            var whole = Period.End.UnixMilliseconds - Period.Start.UnixMilliseconds;
            return (decimal)Math.Clamp(AsOf.UnixMilliseconds - Period.Start.UnixMilliseconds, 1, whole) / whole;
        }
    }

    /// <inheritdoc cref="Year"/>
    public static int YearOf(Period period) =>
        new Instant(period.Start.UnixMilliseconds + ((period.End.UnixMilliseconds - period.Start.UnixMilliseconds) / 2)).ToDateTimeOffset().Year;

    internal IndicatorResult Result(string indicator) => Results.GetValueOrDefault(indicator) ?? NotDeclared;

    internal IndicatorResult Before(string indicator) => Previous.GetValueOrDefault(indicator) ?? NotDeclared;
}
