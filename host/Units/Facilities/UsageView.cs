namespace EmulationPlatform.Units.Facilities;

/// <param name="Measure">Measure of all amounts.</param>
/// <param name="BaseYear">Null when there is no base year.</param>
/// <param name="FlatBase">The base year is one total shared equally ("gốc phẳng").</param>
/// <param name="Sources">Ids of the sources it is made of.</param>
public sealed record UsageView(string Measure, int? BaseYear, bool FlatBase, IReadOnlyList<UsageRow> Rows, IReadOnlyList<string> Sources)
{
    /// <summary>The base year is known by whole months only: its days and hours were never measured here.</summary>
    public bool BaseByMonths { get; init; }
}
