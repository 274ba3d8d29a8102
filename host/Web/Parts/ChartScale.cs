namespace EmulationPlatform.Web.Parts;

/// <summary>Where things stand in the year's chart, in the drawing's own measure.</summary>
public sealed class ChartScale
{
    public const int Width = 720;
    public const int Height = 260;
    public const int Left = 64;
    public const int Right = 12;
    public const int Top = 14;
    public const int Bottom = 30;
    private const int Steps = 4;
    private const int MonthsOfYear = 12;
    private static readonly decimal[] Tops = [0.1m, 0.2m, 0.4m, 0.5m, 0.6m, 0.8m, 1m];

    public ChartScale(YearLine line)
    {
        Greatest = RoundUp(line.Months.SelectMany(month => (decimal?[])[month.Used, month.Base]).Max() ?? 0);
    }

    /// <summary>Value at the top of the scale.</summary>
    public decimal Greatest { get; }

    public IEnumerable<decimal> Ticks => Enumerable.Range(0, Steps + 1).Select(step => Greatest * step / Steps);

    /// <param name="month">1 to 12; the middle of its column.</param>
    public static decimal X(int month) => Left + ((Width - Left - Right) * (month - 0.5m) / MonthsOfYear);

    public decimal Y(decimal value) => Height - Bottom - ((Height - Top - Bottom) * value / Greatest);

    /// <summary>Pieces of a line: it breaks where a month is missing, since a line through it would invent it.</summary>
    public IReadOnlyList<string> Pieces(YearLine line, Func<YearLine.Month, decimal?> value)
    {
        var pieces = new List<string>();
        var piece = new List<string>();
        foreach (var month in line.Months)
        {
            if (value(month) is { } known)
            {
                piece.Add($"{Svg.Number(X(month.Number))},{Svg.Number(Y(known))}");
                continue;
            }

            Close();
        }

        Close();
        return pieces;

        void Close()
        {
            if (piece.Count > 1)
            {
                pieces.Add(string.Join(' ', piece));
            }

            piece.Clear();
        }
    }

    /// <summary>The next of 1, 2, 4, 5, 6, 8, 10 times a power of ten, so that quarter steps read well.</summary>
    internal static decimal RoundUp(decimal value)
    {
        if (value <= 0)
        {
            return 1;
        }

        var power = 1m;
        while (power < value)
        {
            power *= 10;
        }

        while (power / 10 >= value)
        {
            power /= 10;
        }

        return Tops.Select(part => part * power).First(top => top >= value);
    }
}
