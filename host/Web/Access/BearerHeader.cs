namespace EmulationPlatform.Web.Access;

internal static class BearerHeader
{
    private const string Scheme = "Bearer ";

    /// <returns>The key; empty text when the header is there but holds none; null without the header.</returns>
    public static string? Read(string? authorization) => authorization switch
    {
        null or "" => null,
        _ when authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) => authorization[Scheme.Length..].Trim(),
        _ => "",
    };
}
