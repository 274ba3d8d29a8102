using EmulationPlatform.Scoring.Rules;

namespace EmulationPlatform.Scoring.Evaluating;

/// <summary>One scale in one year, with what 1 on it is worth. Values come undivided, so that nothing is rounded before the last step.</summary>
internal readonly record struct ScaleReader(Scale Scale, int Year, decimal Unit)
{
    /// <summary>Beyond this an excess tells nothing more, and the quotient of a tiny base could leave the range of decimals.</summary>
    private const decimal MostRaw = 1_000_000m;

    /// <summary>The scale demands something this year: a path begins after its first year.</summary>
    public bool IsDue => Scale is not Scale.Linear line
        || (line.ZeroAt.At(Year) is { } zero && line.FullAt.At(Year) is { } full && !(zero == full && line.FullAt.Even && Year <= line.FullAt.Points[0].Year));

    /// <summary>Least or greatest value that gives all there is to get; null when the scale has none.</summary>
    public decimal? FullAt => Scale switch
    {
        Scale.Linear line => line.FullAt.At(Year) * Unit,
        Scale.Events events when events.Each > 0m => (events.OutOf - events.Start) / events.Each * Unit,
        Scale.Events => 0m,
        Scale.Steps steps => FullStep(steps),
        _ => null,
    };

    /// <summary>Attainment before it is held within 0 to 1.</summary>
    public decimal Raw(decimal value) => Scale switch
    {
        Scale.Linear line => Line(line, value),
        Scale.Events events => Math.Clamp(events.Start + (events.Each * Quotient(value, Unit)), events.Least, events.Most) / events.OutOf,
        Scale.Steps steps => Step(steps, value),
        _ => throw new InvalidOperationException($"Unknown kind of scale: {Scale}."),
    };

    public decimal Of(decimal value) => Math.Clamp(Raw(value), 0m, 1m);

    /// <summary>Least and greatest attainment of all values between two bounds; a bound that is null is open.</summary>
    public (decimal Floor, decimal Ceiling) Over(decimal? least, decimal? most)
    {
        if (Scale is Scale.Steps steps)
        {
            return Over(steps, least, most);
        }

        var rises = Rises;
        var (low, high) = rises ? (least, most) : (most, least);
        return (low is { } worst ? Of(worst) : Limit(toBest: false), high is { } best ? Of(best) : Limit(toBest: true));
    }

    private bool Rises => Scale switch
    {
        Scale.Linear line when line.FullAt.At(Year) is { } full && line.ZeroAt.At(Year) is { } zero && full != zero => full > zero,
        Scale.Linear line => line.FullAt.Points[^1].Value >= line.ZeroAt.Points[^1].Value,
        Scale.Events events => events.Each > 0m,
        _ => true,
    };

    private decimal Limit(bool toBest) => Scale is Scale.Events events
        ? Math.Clamp((toBest ? events.Most : events.Least) / events.OutOf, 0m, 1m)
        : toBest ? 1m : 0m;

    private decimal Line(Scale.Linear line, decimal value)
    {
        var zero = line.ZeroAt.At(Year)!.Value * Unit;
        var demanded = (line.FullAt.At(Year)!.Value * Unit) - zero;
        var achieved = value - zero;
        if (demanded == 0m)
        {
            // What is demanded is smaller than decimals can hold.
            return (Rises ? achieved >= 0m : achieved <= 0m) ? 1m : 0m;
        }

        return Quotient(achieved, demanded);
    }

    private static decimal Quotient(decimal part, decimal whole) =>
        Math.Abs(part) > Math.Abs(whole) * MostRaw ? Math.Sign(part) * Math.Sign(whole) * MostRaw : part / whole;

    private decimal Step(Scale.Steps steps, decimal value)
    {
        var gives = 0m;
        foreach (var step in steps.Rows)
        {
            if (Threshold(step) is { } from && (step.Over ? value > from : value >= from))
            {
                gives = step.Gives;
            }
        }

        return gives;
    }

    private (decimal Floor, decimal Ceiling) Over(Scale.Steps steps, decimal? least, decimal? most)
    {
        var lowest = least is { } from ? Step(steps, from) : Step(steps, decimal.MinValue);
        var (floor, ceiling) = (lowest, lowest);
        foreach (var step in steps.Rows)
        {
            if (Threshold(step) is { } at && !(at < least) && !(step.Over ? at >= most : at > most))
            {
                floor = Math.Min(floor, step.Gives);
                ceiling = Math.Max(ceiling, step.Gives);
            }
        }

        return (floor, ceiling);
    }

    /// <summary>Where the best step begins; for one that begins at nothing, where it ends.</summary>
    private decimal? FullStep(Scale.Steps steps)
    {
        var best = steps.Rows.Max(step => step.Gives);
        var index = steps.Rows.TakeWhile(step => step.Gives < best).Count();
        return Threshold(steps.Rows[index]) is { } from && from != decimal.MinValue
            ? from
            : index + 1 < steps.Rows.Count ? Threshold(steps.Rows[index + 1]) : null;
    }

    private decimal? Threshold(Scale.Row step) => step.From.At(Year) switch
    {
        null => null,
        decimal.MinValue => decimal.MinValue,
        { } from => from * Unit,
    };
}
