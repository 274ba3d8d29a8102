using System.Globalization;

namespace EmulationPlatform.Sheets;

/// <summary>Counts what comes out of a workbook, over all its files, and stops when it is out of proportion.</summary>
internal sealed class InflatedBytes(long fileLength, TableLimits limits)
{
    private const long Free = 1L << 20;

    private long total;

    public void Add(int bytes)
    {
        total += bytes;
        if (total > limits.MaxInflatedBytes)
        {
            throw new UnreadableTableException($"The workbook holds more than {limits.MaxInflatedBytes.ToString(CultureInfo.InvariantCulture)} bytes.", "Split it, or save the worksheet as CSV.");
        }

        if (total > Free && total > fileLength * limits.MaxRatio)
        {
            throw new UnreadableTableException($"The workbook unpacks to more than {limits.MaxRatio.ToString(CultureInfo.InvariantCulture)} times its size.", "Copy the rows into a new workbook, or save the worksheet as CSV.");
        }
    }
}
