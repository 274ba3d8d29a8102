namespace EmulationPlatform.Web.Api.Shapes.Movement;

/// <summary>Rounding of answers: enough for any check by hand, the same everywhere.</summary>
internal static class Figures
{
    public static decimal Round(decimal value, int decimals = 6) => decimal.Round(value, decimals, MidpointRounding.AwayFromZero);

    public static decimal? Round(decimal? value, int decimals = 6) => value is { } known ? Round(known, decimals) : null;
}
