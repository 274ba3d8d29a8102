using EmulationPlatform.Sdk;

namespace EmulationPlatform.Storage.Records;

/// <summary>An organisational unit of the agency.</summary>
/// <param name="Id">Lower case letters, digits and hyphens, for example <c>van-phong</c>.</param>
/// <param name="Group">Peer group of the plan in which it is ranked; empty when it has none.</param>
/// <param name="AreaSquareMetres">Floor area.</param>
public sealed record UnitRecord(
    string Id, LocalizedText Name, string Group, IReadOnlyList<DatedNumber> Headcount, IReadOnlyList<DatedNumber> AreaSquareMetres);
