namespace EmulationPlatform.Sheets;

/// <summary>How much of a file is taken before it is refused. What a compressed file says about its own size is never believed.</summary>
public sealed record TableLimits
{
    /// <summary>For files that people upload.</summary>
    public static TableLimits Upload { get; } = new();

    /// <summary>For history files that an operator imports: CSV of any size, line by line.</summary>
    public static TableLimits Bulk { get; } = new() { MaxBytes = 1L << 40, MaxRows = long.MaxValue };

    /// <summary>Bytes of the file; default 32 MiB.</summary>
    public long MaxBytes { get; init; } = 32L << 20;

    /// <summary>Rows with content under the header; default 200,000.</summary>
    public long MaxRows { get; init; } = 200_000;

    public int MaxColumns { get; init; } = 256;

    /// <summary>Characters of one cell; the default is Excel's own limit.</summary>
    public int MaxCellLength { get; init; } = 32_767;

    /// <summary>Files inside a workbook; default 1,000.</summary>
    public int MaxEntries { get; init; } = 1_000;

    /// <summary>Bytes of all files inside a workbook together, as they come out; default 256 MiB.</summary>
    public long MaxInflatedBytes { get; init; } = 256L << 20;

    /// <summary>Inflated bytes per byte of the workbook; default 200. The first inflated MiB is free, since tiny workbooks shrink well.</summary>
    public int MaxRatio { get; init; } = 200;
}
