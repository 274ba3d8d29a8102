using EmulationPlatform.Watching;

namespace EmulationPlatform.App;

/// <summary>Section <c>Watching</c> of the configuration, such as <c>"Watching": { "Silence": { "Intervals": 4 } }</c>.</summary>
internal static class WatchConfiguration
{
    private const string Section = "Watching";

    /// <exception cref="InvalidOperationException">Something in the section is unknown or cannot be read; the message says what.</exception>
    public static WatchSettings Read(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        var defaults = new WatchSettings();

        // A list in the file takes the place of the default one; the binder alone would add to it.
        var office = section.GetSection(nameof(WatchSettings.Office)).GetSection(nameof(OfficeHours.WorkingDays)).Exists()
            ? new OfficeHours { WorkingDays = [] }
            : defaults.Office;
        var settings = defaults with { Office = office, Watches = section.GetSection(nameof(WatchSettings.Watches)).Exists() ? [] : defaults.Watches };
        try
        {
            section.Bind(settings, options => options.ErrorOnUnknownConfiguration = true);
        }
        catch (InvalidOperationException e)
        {
            throw new InvalidOperationException($"The section {Section} of the settings cannot be used. {e.Message} {e.InnerException?.Message}".TrimEnd(), e);
        }

        return settings.Watches.All(Enum.IsDefined) && settings.Office.WorkingDays.All(Enum.IsDefined)
            ? settings
            : throw new InvalidOperationException(
                $"The section {Section} of the settings cannot be used. Watches are {string.Join(", ", Enum.GetNames<WatchKind>())}; working days are Monday to Sunday.");
    }
}
