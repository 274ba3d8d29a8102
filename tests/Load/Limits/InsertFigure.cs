namespace EmulationPlatform.Load.Limits;

/// <summary>Rows per second at one transaction size.</summary>
internal sealed record InsertFigure(int RowsPerTransaction, double RowsPerSecond);
