namespace EmulationPlatform.Sheets;

/// <summary>A column that an import understands.</summary>
/// <param name="Name">How code and messages call it; it is also accepted as header.</param>
/// <param name="IsRequired">The header must be there and none of its cells may be empty.</param>
/// <param name="Aliases">Other accepted headers. Marks, case, spaces, hyphens and underscores do not matter: "Đơn vị" is "don vi".</param>
public sealed record KnownColumn(string Name, bool IsRequired, params string[] Aliases);
