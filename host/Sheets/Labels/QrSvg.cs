using System.Globalization;
using System.Net;
using System.Text;
using QRCoder;

namespace EmulationPlatform.Sheets;

/// <summary>QR codes (ISO/IEC 18004, error correction M) as SVG without scripts and inline styles, so that a strict content policy shows them.</summary>
public static class QrSvg
{
    /// <summary>More makes modules too small for a label that a phone reads from arm's length.</summary>
    public const int MostBytes = 300;

    /// <summary>Free modules around the code, as the standard asks for.</summary>
    private const int Quiet = 4;

    /// <param name="text">What a reader gets, such as a link; UTF-8.</param>
    /// <param name="title">What a screen reader says.</param>
    /// <exception cref="ArgumentException"><paramref name="text"/> is empty or longer than <see cref="MostBytes"/> bytes.</exception>
    public static string Markup(string text, string title)
    {
        if (text.Length == 0 || Encoding.UTF8.GetByteCount(text) > MostBytes)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"A QR label holds 1 to {MostBytes} bytes."), nameof(text));
        }

        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M, forceUtf8: true);

        // The library brings its own free modules around the code; ours are counted here, whatever it does.
        var modules = code.ModuleMatrix;
        var free = modules.TakeWhile(line => !line.Cast<bool>().Any(dark => dark)).Count();
        var size = modules.Count - (2 * free);
        var side = size + (2 * Quiet);
        var path = new StringBuilder();
        for (var y = 0; y < size; y++)
        {
            AppendLine(path, y + Quiet, x => modules[y + free][x + free], size);
        }

        return string.Create(CultureInfo.InvariantCulture, $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" role="img" shape-rendering="crispEdges"><title>{WebUtility.HtmlEncode(title)}</title><path fill="#fff" d="M0 0h{side}v{side}H0z"/><path fill="#000" d="{path}"/></svg>
            """);
    }

    /// <summary>Neighbouring dark modules make one rectangle: fewer seams when printed, and a third of the text.</summary>
    private static void AppendLine(StringBuilder path, int y, Func<int, bool> isDark, int size)
    {
        for (var x = 0; x < size; x++)
        {
            var start = x;
            while (x < size && isDark(x))
            {
                x++;
            }

            if (x > start)
            {
                path.Append(CultureInfo.InvariantCulture, $"M{start + Quiet} {y}h{x - start}v1h-{x - start}z");
            }
        }
    }
}
