namespace EmulationPlatform.Units.Verifying;

/// <summary>Differences found so far: the first ones with their words, all of them counted.</summary>
internal sealed class DifferenceList
{
    private readonly List<string> listed = [];

    public IReadOnlyList<string> Listed => listed;

    public long Count { get; private set; }

    public void Add(string sentence)
    {
        Count++;
        if (listed.Count < VerifyResult.MostListed)
        {
            listed.Add(sentence);
        }
    }
}
