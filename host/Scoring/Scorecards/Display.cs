namespace EmulationPlatform.Scoring.Scorecards;

/// <summary>Rounding for people: half away from zero, as taught at school. Nothing is computed from rounded numbers but equal ranks.</summary>
public static class Display
{
    /// <summary>One decimal: walls and ranks.</summary>
    public static decimal Round1(decimal value) => decimal.Round(value, 1, MidpointRounding.AwayFromZero);

    /// <summary>Two decimals: tables.</summary>
    public static decimal Round2(decimal value) => decimal.Round(value, 2, MidpointRounding.AwayFromZero);
}
