namespace EmulationPlatform.Watching;

internal static class Median
{
    /// <summary>The middle value, or the mean of the two in the middle. Sorts what it is given.</summary>
    public static long Of(Span<long> values)
    {
        values.Sort();
        var middle = values.Length / 2;
        return values.Length % 2 == 1 ? values[middle] : values[middle - 1] + ((values[middle] - values[middle - 1]) / 2);
    }
}
