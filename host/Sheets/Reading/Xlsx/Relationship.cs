namespace EmulationPlatform.Sheets;

/// <summary>From one file of a workbook to another (ECMA-376 part 2).</summary>
/// <param name="Kind">Last word of the type, such as worksheet; the same in the transitional and the strict form of the standard.</param>
/// <param name="Part">Name of the other file, from the root of the workbook, without a slash in front.</param>
internal sealed record Relationship(string Id, string Kind, string Part);
