namespace EmulationPlatform.Units.Views;

/// <summary>A unit's new row together with the board that holds it.</summary>
public sealed record BoardChange(UnitRow Row, ScoreboardView Board);
