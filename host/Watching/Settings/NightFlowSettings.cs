using System.ComponentModel.DataAnnotations;

namespace EmulationPlatform.Watching;

/// <summary>
/// When water that runs at night counts as a leak. A meter that counts in steps coarser than the threshold shows hours
/// without use even while water runs, and is never told of.
/// </summary>
public sealed record NightFlowSettings : IValidatableObject
{
    /// <summary>First local hour of the night. 0 to 22; default 0.</summary>
    [Range(0, 22)]
    public int FromHour { get; init; }

    /// <summary>Local hour at which the night is over; the same day as <see cref="FromHour"/>. 1 to 24; default 5.</summary>
    [Range(1, 24)]
    public int ToHour { get; init; } = 5;

    /// <summary>An hour at or below this is a stop. 0 to 100 m³/h; default 0.001, which is 1 litre per hour.</summary>
    [Range(typeof(decimal), "0", "100", ParseLimitsInInvariantCulture = true)]
    public decimal ThresholdCubicMetresPerHour { get; init; } = 0.001m;

    /// <summary>
    /// An hour at or below this share of the mean hour of the day before is a stop, too: a toilet that refills is no leak.
    /// 0 to 100 %; default 10. Without twelve known hours of that day the threshold above decides alone.
    /// </summary>
    [Range(0, 100)]
    public int ThresholdPercentOfMeanHour { get; init; } = 10;

    /// <summary>Nights in a row that make a leak. 1 to 14; default 3. A night of which too little is known is passed over.</summary>
    [Range(1, 14)]
    public int Nights { get; init; } = 3;

    /// <summary>Hours of a night that must be known for it to count. 1 to 24; default 4 of the 5.</summary>
    [Range(1, 24)]
    public int HoursNeeded { get; init; } = 4;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (FromHour >= ToHour)
        {
            yield return new ValidationResult($"FromHour ({FromHour}) must be before ToHour ({ToHour}); the night lies within one day.");
        }
        else if (HoursNeeded > ToHour - FromHour)
        {
            yield return new ValidationResult($"HoursNeeded ({HoursNeeded}) must not be more than the night's {ToHour - FromHour} hours.");
        }
    }
}
