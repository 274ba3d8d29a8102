using System.ComponentModel.DataAnnotations;

namespace EmulationPlatform.Watching;

/// <summary>When a week counts as unusual: more or less than the medians of the same weekdays in the weeks before.</summary>
public sealed record UnusualWeekSettings : IValidatableObject
{
    public const int MostWeeks = 8;

    /// <summary>Deviation that is told, up or down. 5 to 1,000 %; default 30.</summary>
    [Range(5, 1_000)]
    public int Percent { get; init; } = 30;

    /// <summary>Days of the week that must be comparable. 1 to 7; default 3.</summary>
    [Range(1, 7)]
    public int DaysNeeded { get; init; } = 3;

    /// <summary>Weeks looked back. 4 to 8; default 8.</summary>
    [Range(4, MostWeeks)]
    public int Weeks { get; init; } = MostWeeks;

    /// <summary>Weeks in which a weekday must be known to have a usual amount. 2 to 8; default 4.</summary>
    [Range(2, MostWeeks)]
    public int WeeksNeeded { get; init; } = 4;

    /// <summary>A raised alert clears only this far below the percentage (default: at 27 % for 30 %). 0 to 50 %; default 10.</summary>
    [Range(0, 50)]
    public int ClearMarginPercent { get; init; } = 10;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (WeeksNeeded > Weeks)
        {
            yield return new ValidationResult($"WeeksNeeded ({WeeksNeeded}) must not be more than Weeks ({Weeks}).");
        }
    }
}
