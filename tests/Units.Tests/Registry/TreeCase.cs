namespace EmulationPlatform.Units.Tests.Registry;

/// <summary>An installation and what was done to it.</summary>
/// <param name="Sum">Registers that a virtual source adds up; nobody gets them otherwise.</param>
/// <param name="SumUnit">Who gets the virtual source.</param>
/// <param name="Live">From this hour on the readings come after the steps.</param>
internal sealed record TreeCase(TreeMeter[] Meters, TreeStep[] Steps, int[] Sum, string SumUnit, int Live)
{
    public override string ToString() =>
        $"{string.Join("; ", Meters.Select((meter, place) => $"{place}: {meter}"))} | {string.Join("; ", Steps.AsEnumerable())} | sum of [{string.Join(' ', Sum)}] to {SumUnit} | live from {Live}";
}
