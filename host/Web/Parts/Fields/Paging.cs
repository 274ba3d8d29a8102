namespace EmulationPlatform.Web.Parts.Fields;

internal static class Paging
{
    private const int Size = 100;

    /// <summary>A hundred of a list at a time.</summary>
    /// <param name="wanted">From 1; what lies outside gives the nearest page.</param>
    public static PageOf<T> Paged<T>(this IReadOnlyList<T> all, int? wanted)
    {
        var pages = Math.Max(1, (all.Count + Size - 1) / Size);
        var page = Math.Clamp(wanted ?? 1, 1, pages);
        return new PageOf<T>([.. all.Skip((page - 1) * Size).Take(Size)], page, pages, all.Count);
    }
}
