namespace EmulationPlatform.Sheets;

/// <summary>Names of columns in a worksheet: A is the first (0), XFD the last.</summary>
internal static class CellReference
{
    public const int MostColumns = 16_384;
    public const int MostRows = 1_048_576;

    /// <returns>-1 when the text is no reference such as C5.</returns>
    public static int ColumnOf(string reference)
    {
        var column = 0;
        var at = 0;
        while (at < reference.Length && char.IsAsciiLetterUpper(reference[at]) && column <= MostColumns)
        {
            column = (column * 26) + (reference[at] - 'A' + 1);
            at++;
        }

        var isWhole = at > 0 && at < reference.Length && !reference.AsSpan(at).ContainsAnyExceptInRange('0', '9');
        return isWhole && column <= MostColumns ? column - 1 : -1;
    }

    public static string NameOf(int column)
    {
        var name = string.Empty;
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        {
            name = (char)('A' + ((rest - 1) % 26)) + name;
        }

        return name;
    }
}
