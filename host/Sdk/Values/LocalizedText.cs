namespace EmulationPlatform.Sdk;

/// <summary>One text in the two languages of the product; neither may be empty.</summary>
/// <param name="Vi">Vietnamese, shown first.</param>
/// <param name="En">English.</param>
public sealed record LocalizedText(string Vi, string En)
{
    /// <param name="language">Two-letter code; anything but <c>en</c> gives Vietnamese.</param>
    public string In(string language) => string.Equals(language, "en", StringComparison.OrdinalIgnoreCase) ? En : Vi;
}
