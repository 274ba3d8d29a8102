namespace EmulationPlatform.Sheets;

/// <summary>A cell as its XML has it.</summary>
/// <param name="Type">The t attribute: s, inlineStr, str, b, e, d, or n.</param>
/// <param name="Format">The s attribute: place in the list of cell formats.</param>
/// <param name="Value">Text of v or is; <see langword="null"/> when neither is there.</param>
internal readonly record struct StoredCell(int Column, string Type, int Format, bool HasFormula, string? Value);
