namespace EmulationPlatform.Sdk;

/// <summary>Value of an indicator for one unit and period, with everything a rule needs to judge it.</summary>
/// <param name="Value">In the indicator's measure; null when nothing is known.</param>
/// <param name="Coverage">0 to 1: share of what should be known that is known.</param>
public sealed record IndicatorResult(DataState State, decimal? Value, decimal Coverage)
{
    /// <summary>What the value is compared with over the same covered time (matched base period).</summary>
    public decimal? Reference { get; init; }

    /// <summary>The comparison over all elapsed time, covered or not.</summary>
    public decimal? ReferenceElapsed { get; init; }

    /// <summary>Least value there can be, whatever hides in what is missing; null when nothing bounds it.</summary>
    public decimal? Least { get; init; }

    /// <summary>Greatest value there can be, whatever hides in what is missing; null when nothing bounds it.</summary>
    public decimal? Most { get; init; }

    /// <summary>What is counted, when the value is a share: 36 of 40 computers.</summary>
    public decimal? Numerator { get; init; }

    /// <summary>Out of how many that are known.</summary>
    public decimal? Denominator { get; init; }

    /// <summary>0 to 1: share of the population whose time has come; the rest counts later.</summary>
    public decimal DueShare { get; init; } = 1m;

    /// <summary>Who owes what is missing; decides whether it costs coverage or points.</summary>
    public MissingBy MissingBy { get; init; }

    public Instant? UpdatedAt { get; init; }

    /// <summary>The base year is one total shared equally over the months ("gốc phẳng").</summary>
    public bool FlatBaseline { get; init; }

    /// <summary>Base year of <see cref="Reference"/>.</summary>
    public int? BaselineYear { get; init; }

    /// <summary>Why there is no value, or why the formula failed.</summary>
    public LocalizedText? Reason { get; init; }

    /// <summary>Ids of the sources or entries that the value was made of.</summary>
    public IReadOnlyList<string> Inputs { get; init; } = [];

    /// <summary>There is a value to judge.</summary>
    public bool IsKnown => Value is not null && State is DataState.Measured or DataState.Estimated or DataState.Stale or DataState.SelfDeclared or DataState.Verified;

    /// <summary>A value of which nothing is missing.</summary>
    public static IndicatorResult Exact(decimal value, DataState state = DataState.Measured) => new(state, value, 1m) { Least = value, Most = value };

    /// <summary>
    /// A share of a population that is known by name or number, so that silence counts: <paramref name="unknown"/> members say
    /// nothing yet, and members not due are left out for now.
    /// </summary>
    /// <param name="met">Members in order.</param>
    /// <param name="population">All due members, the unknown ones included; 0 means that the figure does not apply.</param>
    /// <param name="notDue">Members whose time has not come.</param>
    /// <exception cref="ArgumentOutOfRangeException">The numbers do not fit together.</exception>
    public static IndicatorResult Share(decimal met, decimal population, decimal unknown = 0m, decimal notDue = 0m, DataState state = DataState.Measured)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(met);
        ArgumentOutOfRangeException.ThrowIfNegative(unknown);
        ArgumentOutOfRangeException.ThrowIfNegative(notDue);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(met + unknown, population, nameof(population));
        if (population == 0m)
        {
            return new(notDue > 0m ? DataState.NotDue : DataState.NotApplicable, null, 0m);
        }

        var known = population - unknown;
        var share = known > 0m ? met / known : (decimal?)null;
        return new(share is null ? DataState.NoData : state, share, known / population)
        {
            Least = met / population,
            Most = (met + unknown) / population,
            Numerator = met,
            Denominator = known,
            DueShare = population / (population + notDue),
        };
    }
}
