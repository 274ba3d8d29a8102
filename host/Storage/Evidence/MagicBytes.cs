namespace EmulationPlatform.Storage.Evidence;

/// <summary>
/// What a file is by its first bytes, never by its name. SVG and HTML are not among them: both can carry scripts.
/// </summary>
internal static class MagicBytes
{
    /// <summary>First bytes needed to tell.</summary>
    public const int Needed = 12;

    private static ReadOnlySpan<byte> Jpeg => [0xFF, 0xD8, 0xFF];

    /// <summary>With its line ends, which a transfer as text would have changed.</summary>
    private static ReadOnlySpan<byte> Png => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    public static string? MediaType(ReadOnlySpan<byte> start) =>
        start.StartsWith(Jpeg) ? "image/jpeg"
        : start.StartsWith(Png) ? "image/png"
        : start.Length >= Needed && start.StartsWith("RIFF"u8) && start[8..].StartsWith("WEBP"u8) ? "image/webp"
        : start.StartsWith("%PDF-"u8) ? "application/pdf"
        : null;

    /// <summary>Endings of names that fit, the usual one first.</summary>
    public static IReadOnlyList<string> Endings(string mediaType) => mediaType switch
    {
        "image/jpeg" => [".jpg", ".jpeg"],
        "image/png" => [".png"],
        "image/webp" => [".webp"],
        "application/pdf" => [".pdf"],
        _ => throw new ArgumentOutOfRangeException(nameof(mediaType), mediaType, "Not a media type of evidence."),
    };
}
