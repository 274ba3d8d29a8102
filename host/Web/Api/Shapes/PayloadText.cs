using System.Text;

namespace EmulationPlatform.Web.Api.Shapes;

internal static class PayloadText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <returns>The bytes as text; null when they are not text.</returns>
    public static string? Of(ReadOnlySpan<byte> payload)
    {
        try
        {
            var text = Strict.GetString(payload);
            return text.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t')) ? null : text;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>For people: the text, or the first bytes in hexadecimal.</summary>
    public static string ForPeople(ReadOnlySpan<byte> payload, int most)
    {
        var text = Of(payload) ?? Convert.ToHexStringLower(payload[..Math.Min(payload.Length, most / 2)]);
        return text.Length <= most ? text : string.Concat(text.AsSpan(0, most), "…");
    }
}
