namespace EmulationPlatform.App;

/// <summary>Section <c>Web</c> of the configuration, such as <c>"Web": { "PublicAddress": "https://thi-dua.example.vn" }</c>.</summary>
internal static class WebConfiguration
{
    private const string Section = "Web";
    private const string Address = "PublicAddress";

    /// <returns>Without a slash at its end; null when it is not set.</returns>
    /// <exception cref="InvalidOperationException">Something in the section is unknown or cannot be used; the message says what.</exception>
    public static string? PublicAddress(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        if (section.GetChildren().FirstOrDefault(child => !string.Equals(child.Key, Address, StringComparison.OrdinalIgnoreCase)) is { } other)
        {
            throw new InvalidOperationException($"There is no setting {other.Path}; what can be set there is {Address}.");
        }

        return section[Address] is { } text ? Checked(text) : null;
    }

    /// <summary>A label is printed once and stays for years: what leads nowhere must not get onto paper.</summary>
    private static string Checked(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
            && address is { UserInfo: "", Query: "", Fragment: "" }
            ? address.AbsoluteUri.TrimEnd('/')
            : throw new InvalidOperationException(
                $"The setting {Section}:{Address} cannot be used: '{text}' is not an address of pages. Write it as https://thi-dua.example.vn, with http or https and nothing after the path, or leave it out.");
}
