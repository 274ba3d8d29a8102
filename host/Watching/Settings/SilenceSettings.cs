using System.ComponentModel.DataAnnotations;

namespace EmulationPlatform.Watching;

/// <summary>When a source counts as silent.</summary>
public sealed record SilenceSettings : IValidatableObject
{
    /// <summary>
    /// A source that speaks less often than <see cref="AtMost"/> allows is not silent before this many of its usual
    /// intervals; otherwise one that is read weekly would be told silent every week.
    /// </summary>
    private const double LeastIntervals = 1.5;

    /// <summary>How many usual intervals may pass without a reading. 1.5 to 50; default 3.</summary>
    [Range(LeastIntervals, 50)]
    public double Intervals { get; init; } = 3;

    /// <summary>Shorter silence is never told. 1 minute to 1 day; default 10 minutes.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan AtLeast { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Longer silence is told even when the intervals are longer and irregular. 1 hour to 60 days; default 48 hours.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "60.00:00:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan AtMost { get; init; } = TimeSpan.FromHours(48);

    /// <summary>
    /// After a start nothing is told for this long, so that what devices and brokers kept can arrive. 0 to 1 day; default 10 minutes.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan CatchUp { get; init; } = TimeSpan.FromMinutes(10);

    public TimeSpan LimitFor(TimeSpan usualInterval)
    {
        var limit = Limited(usualInterval * Intervals);
        var least = usualInterval * LeastIntervals;
        return limit > least ? limit : least;
    }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (AtLeast > AtMost)
        {
            yield return new ValidationResult($"AtLeast ({AtLeast}) must not be longer than AtMost ({AtMost}).");
        }
    }

    private TimeSpan Limited(TimeSpan silence) => silence < AtLeast ? AtLeast : silence > AtMost ? AtMost : silence;
}
