namespace EmulationPlatform.Units.Importing;

/// <summary>What became of an import: all of it or nothing.</summary>
/// <param name="Text">Row by row what is wrong, or in one line what was done.</param>
public sealed record ImportResult(bool Done, string Text);
