using System.Text;

namespace EmulationPlatform.Sheets.Tests;

internal static class Tables
{
    public static TableReader Csv(string text, ImportReport report, char? delimiter = null, TableLimits? limits = null) =>
        TableReader.Open(new MemoryStream(Encoding.UTF8.GetBytes(text)), new TableSource(TableFormat.Csv) { Delimiter = delimiter, Limits = limits ?? TableLimits.Upload }, report);

    public static TableReader Xlsx(Stream stream, ImportReport report, TableLimits? limits = null, string? worksheet = null) =>
        TableReader.Open(stream, new TableSource(TableFormat.Xlsx) { Limits = limits ?? TableLimits.Upload, Worksheet = worksheet }, report);

    /// <summary>Header and rows as "a|b" lines with the row number in front.</summary>
    public static string Shown(TableReader reader)
    {
        var lines = new List<string> { string.Join('|', reader.Headers) };
        lines.AddRange(reader.Rows(CancellationToken.None).Select(row => $"{row.Number}:{string.Join('|', row.Cells)}"));
        return string.Join('/', lines);
    }
}
