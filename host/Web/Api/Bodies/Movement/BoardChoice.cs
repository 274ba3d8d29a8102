using EmulationPlatform.Web.Api.Endpoints;

namespace EmulationPlatform.Web.Api.Bodies.Movement;

/// <summary>Which board a query asks for: the newest, that of a past moment, or that of a reporting year.</summary>
/// <param name="Moment">Null: now.</param>
internal sealed record BoardChoice(Instant? Moment, Period Period)
{
    public const string AsOf = "asOf";

    /// <returns>Null when something does not fit; it is noted.</returns>
    public static BoardChoice? Read(QueryReader query, Agency agency, TimeProvider clock, FieldErrors errors)
    {
        var (moment, named) = (query.Time(AsOf), query.Text(PeriodField.Name));
        if (moment > Instant.From(clock.GetUtcNow()))
        {
            errors.Add(AsOf, "It lies in the future; write a past moment or leave it out.");
        }

        if (named is not null && moment is not null)
        {
            errors.Add(PeriodField.Name, "Write either a period or a moment.");
        }

        return PeriodField.Find(named, agency, errors) is { } period && !errors.Any ? new(moment, period) : null;
    }

    /// <param name="knownThen">Of a past moment: from what was known at that moment.</param>
    public Task<ScoreboardView> BoardAsync(Agency agency, bool knownThen, CancellationToken cancellationToken) => Moment is { } past
        ? agency.BoardAsOfAsync(past, knownThen, cancellationToken)
        : agency.Movement.BoardOfAsync(Period, cancellationToken);
}
