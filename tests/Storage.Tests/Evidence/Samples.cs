using System.Text;

namespace EmulationPlatform.Storage.Tests.Evidence;

/// <summary>First bytes of files, with a little behind them.</summary>
internal static class Samples
{
    public static byte[] Pdf { get; } = Encoding.ASCII.GetBytes("%PDF-1.7\n%%EOF\n");

    public static byte[] PdfOf(int bytes)
    {
        var content = new byte[bytes];
        Pdf.CopyTo(content, 0);
        return content;
    }

    public static byte[] Of(string name) => name switch
    {
        "jpeg" => [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, .. "JFIF"u8, 0, 1],
        "short jpeg" => [0xFF, 0xD8, 0xFF],
        "png" => [0x89, .. "PNG\r\n"u8, 0x1A, (byte)'\n', 0, 0, 0, 13],
        "png without its line ends" => [0x89, .. "PNG\n"u8, 0x1A, (byte)'\n', 0, 0, 0, 13, 0],
        "webp" => [.. "RIFF"u8, 4, 0, 0, 0, .. "WEBPVP8 "u8],
        "wave" => [.. "RIFF"u8, 4, 0, 0, 0, .. "WAVEfmt "u8],
        "cut riff" => [.. "RIFF"u8, 4, 0, 0, 0],
        "pdf" => Pdf,
        "pdf behind a page" => [.. "<html><script>alert(1)</script>%PDF-1.7"u8],
        "svg" => [.. "<svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>"u8],
        "svg with a mark" => [0xEF, 0xBB, 0xBF, .. "<?xml version=\"1.0\"?><svg/>"u8],
        "html" => [.. "<!DOCTYPE html><title>x</title>"u8],
        "gif" => [.. "GIF89a\u0001\0\u0001\0"u8],
        "zip" => [.. "PK\u0003\u0004 docx or apk"u8],
        "program" => [.. "MZ\u0090\0\u0003\0\0\0\u0004\0\0\0"u8],
        "text" => [.. "12,5 kWh"u8],
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, null),
    };
}
