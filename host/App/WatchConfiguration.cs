using System.Globalization;
using System.Reflection;
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
        CheckNames(section, typeof(WatchSettings));
        var settings = new WatchSettings { Office = Office(section.GetSection(nameof(WatchSettings.Office))) };
        if (section.GetSection(nameof(WatchSettings.Watches)).Exists())
        {
            // A list in the file takes the place of the default one; the binder alone would add to it.
            settings = settings with { Watches = [] };
        }

        try
        {
            // Without the option a word in a list that cannot be read is left out silently.
            section.Bind(settings, options => options.ErrorOnUnknownConfiguration = true);
        }
        catch (InvalidOperationException e)
        {
            throw new InvalidOperationException("The settings of watching cannot be used. " + (e.InnerException is InvalidOperationException inner ? inner : e).Message, e);
        }

        return settings.Watches.All(Enum.IsDefined) && settings.Office.WorkingDays.All(Enum.IsDefined)
            ? settings
            : throw new InvalidOperationException(
                $"The settings of watching cannot be used. {nameof(WatchSettings.Watches)} are {string.Join(", ", Enum.GetNames<WatchKind>())}; "
                + $"{nameof(OfficeHours.WorkingDays)} are {string.Join(", ", Enum.GetNames<DayOfWeek>())}.");
    }

    /// <summary>What the binder does not do: dates, and a list instead of the default one.</summary>
    private static OfficeHours Office(IConfigurationSection section)
    {
        var office = new OfficeHours
        {
            Holidays = Days(section.GetSection(nameof(OfficeHours.Holidays))), ExtraWorkingDays = Days(section.GetSection(nameof(OfficeHours.ExtraWorkingDays))),
        };
        return section.GetSection(nameof(OfficeHours.WorkingDays)).Exists() ? office with { WorkingDays = [] } : office;
    }

    private static HashSet<DateOnly> Days(IConfigurationSection section) =>
    [
        .. section.GetChildren().Select(child =>
            DateOnly.TryParseExact(child.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                ? day
                : throw new InvalidOperationException($"{child.Value} at {child.Path} is not a day; write it as 2026-09-02.")),
    ];

    private static void CheckNames(IConfigurationSection section, Type type)
    {
        var known = type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite).ToList();
        foreach (var child in section.GetChildren())
        {
            var property = known.Find(property => string.Equals(property.Name, child.Key, StringComparison.OrdinalIgnoreCase))
                ?? throw new InvalidOperationException(
                    $"There is no setting {child.Path}; what can be set there is {string.Join(", ", known.Select(property => property.Name))}.");
            if (property.PropertyType.Assembly == type.Assembly)
            {
                CheckNames(child, property.PropertyType);
            }
        }
    }
}
