using System.Globalization;

namespace EmulationPlatform.Web.Parts.Meters;

/// <summary>Where bars stand in a chart of use, in the drawing's own measure.</summary>
/// <param name="slots">Number of bars.</param>
/// <param name="greatest">Greatest value that is drawn.</param>
public sealed class UsageScale(int slots, decimal greatest)
{
    public const int Width = 720;
    public const int Height = 280;
    public const int Right = 8;
    public const int Top = 14;
    public const int Bottom = 34;
    private const int Steps = 4;
    private const int MostDecimals = 6;
    private const int LeastLeft = 78;

    /// <summary>Of the digits on a narrow screen, where they are drawn largest.</summary>
    private const int DigitWidth = 14;

    private readonly decimal top = ChartScale.RoundUp(greatest);

    public IEnumerable<decimal> Ticks => Enumerable.Range(0, Steps + 1).Select(step => top * step / Steps);

    /// <summary>Decimals that tell the ticks apart.</summary>
    public int Decimals => Enumerable.Range(0, MostDecimals).FirstOrDefault(decimals => decimal.Round(top / Steps, decimals) == top / Steps, MostDecimals);

    /// <summary>Room for the longest number beside the ticks.</summary>
    public int Left => Math.Max(LeastLeft, DigitWidth * (top.ToString($"N{Decimals}", CultureInfo.InvariantCulture).Length + 1));

    public decimal SlotWidth => (decimal)(Width - Left - Right) / Math.Max(1, slots);

    public decimal BarWidth => SlotWidth * 0.68m;

    /// <summary>Middle of a slot, from 0.</summary>
    public decimal Middle(int slot) => Left + (SlotWidth * (slot + 0.5m));

    public decimal Y(decimal value) => Height - Bottom - ((Height - Top - Bottom) * Math.Clamp(value, 0m, top) / top);
}
