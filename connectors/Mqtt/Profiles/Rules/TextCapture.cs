namespace EmulationPlatform.Connectors.Mqtt.Profiles;

/// <summary>Takes a text apart into names, by a pattern with named groups or as columns of a line.</summary>
/// <param name="Source">Null: the whole payload or element.</param>
/// <param name="Slots">Slot of each group or column; -1 for a column that is not kept.</param>
internal sealed record TextCapture(TextSource Source, TextPattern? Pattern, string[] Groups, char Separator, int[] Slots);
