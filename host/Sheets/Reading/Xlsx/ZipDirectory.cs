using System.Buffers.Binary;
using System.Globalization;

namespace EmulationPlatform.Sheets;

/// <summary>
/// Counts the entries that really stand in a zip's directory (APPNOTE.TXT 4.3.12, 4.3.16) before the archive is opened, since opening it makes
/// an object of each, and the number at the end of the file may be a lie.
/// </summary>
internal static class ZipDirectory
{
    private const int EndLength = 22;
    private const int HeaderLength = 46;
    private const int LongestComment = ushort.MaxValue;

    public static void RefuseTooManyEntries(Stream zip, int most)
    {
        var header = new byte[HeaderLength];
        zip.Position = DirectoryStart(zip);
        for (var entries = 0; zip.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false) == HeaderLength && header.AsSpan().StartsWith("PK\x01\x02"u8); entries++)
        {
            if (entries == most)
            {
                throw new UnreadableTableException($"The workbook has more than {most.ToString(CultureInfo.InvariantCulture)} files inside.", "Copy the worksheet into a new workbook.");
            }

            zip.Position += Short(header, 28) + Short(header, 30) + Short(header, 32);
        }

        zip.Position = 0;
    }

    private static long DirectoryStart(Stream zip)
    {
        var tail = new byte[Math.Min(zip.Length, EndLength + LongestComment)];
        zip.Position = zip.Length - tail.Length;
        zip.ReadExactly(tail);
        var end = tail.Length < EndLength ? -1 : tail.AsSpan(0, tail.Length - EndLength + 4).LastIndexOf("PK\x05\x06"u8);
        var start = end < 0 ? uint.MaxValue : BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end + 16));

        // The highest value says that the place is in a zip64 record, which no workbook under 4 GiB needs.
        return start < zip.Length ? start : throw new InvalidDataException("No zip directory.");
    }

    private static int Short(byte[] header, int at) => BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(at));
}
