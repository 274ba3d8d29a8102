using System.ComponentModel;
using EmulationPlatform.Units.Facilities;

namespace EmulationPlatform.Web.Api.Shapes;

/// <summary>A meter as the people see it who own it.</summary>
public sealed record MeterJson(
    SourceJson Source,
    [property: Description("Its label, or its topic when nobody has named it.")] string Title,
    MeterState State,
    [property: Description("Entries of the worklist about it that wait for a decision.")] int Open,
    IReadOnlyList<AlertJson> Alerts,
    [property: Description("Amounts of the last 24 whole hours, oldest first; null where nothing is known.")] IReadOnlyList<decimal?> LastDay,
    [property: Description("Its usual time between readings; null while that is not known.")] decimal? UsualPauseMinutes,
    [property: Description("What an unassigned source may be.")] MeterJson.GuessJson? Guess)
{
    public sealed record GuessJson(string? Unit, string? Parent, LocalizedText Words);

    public static MeterJson Of(MeterView view, AgencyCalendar calendar) => new(
        SourceJson.Of(view.Source, calendar),
        view.Title,
        view.State,
        view.Open,
        [.. view.Alerts.Select(alert => AlertJson.Of(alert, calendar))],
        [.. view.LastDay.Select(amount => amount?.ToDecimal())],
        view.UsualPause is { } pause ? decimal.Round((decimal)pause.TotalMinutes, 1, MidpointRounding.AwayFromZero) : null,
        view.Guess is { } guess ? new(guess.Unit, guess.Parent, guess.Words) : null);
}
