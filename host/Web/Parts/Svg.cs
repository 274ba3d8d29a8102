using System.Globalization;

namespace EmulationPlatform.Web.Parts;

internal static class Svg
{
    public static string Number(decimal value) => decimal.Round(value, 2).ToString("0.##", CultureInfo.InvariantCulture);
}
