namespace EmulationPlatform.Load.Limits;

/// <summary>A row and whom to tell once it is on disk.</summary>
internal readonly record struct PendingRow(BareConnection Connection, ushort Identifier, int Qos, ReadingRow Row);
