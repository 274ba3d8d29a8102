namespace EmulationPlatform.Units.Verifying;

/// <summary>What was found when everything was derived again.</summary>
/// <param name="Sources">Sources looked at.</param>
/// <param name="Readings">Readings folded again.</param>
/// <param name="Differences">What differs, one sentence each, at most <see cref="MostListed"/>; empty when all is well.</param>
/// <param name="Count">All differences, also those not listed.</param>
public sealed record VerifyResult(int Sources, long Readings, IReadOnlyList<string> Differences, long Count)
{
    public const int MostListed = 200;

    public bool IsClean => Count == 0;
}
