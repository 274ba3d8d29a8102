using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace EmulationPlatform.Load.History;

/// <summary>Writes the tables that a person would hand to <c>source import</c>.</summary>
internal sealed class HistoryFiles(HistoryMeters meters, string folder)
{
    private const int LongestRow = 128;
    private const int BufferBytes = 1 << 20;

    /// <summary>All meters with the units they count for.</summary>
    public string Registry()
    {
        var file = Path.Combine(folder, "meters.csv");
        var text = new StringBuilder("topic;metric;label;unit\n");
        for (var meter = 0; meter < meters.Devices.Length; meter++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{meters.Devices[meter].Topic};electricity;Meter {meter + 1};{HistoryMeters.UnitOf(meter)}\n");
        }

        File.WriteAllText(file, text.ToString());
        return file;
    }

    /// <summary>Readings of some meters, one meter after another.</summary>
    /// <param name="sources">Ids by topic.</param>
    public (string File, long Rows) Readings(IEnumerable<int> some, IReadOnlyDictionary<string, string> sources, bool lastOnly)
    {
        var file = Path.Combine(folder, "readings.csv");
        using var stream = new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.None, BufferBytes);
        stream.Write("source;at;value\n"u8);
        var rows = 0L;
        Span<byte> row = stackalloc byte[LongestRow];
        foreach (var meter in some)
        {
            var id = Encoding.ASCII.GetBytes(sources[meters.Devices[meter].Topic] + ";");
            foreach (var (at, totalMilli) in lastOnly ? [meters.Last] : meters.Readings(meter))
            {
                stream.Write(row[..Write(row, id, at, totalMilli)]);
                rows++;
            }
        }

        return (file, rows);
    }

    private static int Write(Span<byte> row, ReadOnlySpan<byte> id, ReadOnlySpan<byte> at, long totalMilli)
    {
        id.CopyTo(row);
        at.CopyTo(row[id.Length..]);
        var length = id.Length + at.Length;
        row[length++] = (byte)';';
        Utf8Formatter.TryFormat(totalMilli / 1_000, row[length..], out var digits);
        length += digits;
        row[length++] = (byte)'.';
        Utf8Formatter.TryFormat(totalMilli % 1_000, row[length..], out digits, new System.Buffers.StandardFormat('D', 3));
        length += digits;
        row[length++] = (byte)'\n';
        return length;
    }
}
