using System.Globalization;
using EmulationPlatform.Units.Views;

namespace EmulationPlatform.Units.Scores;

/// <summary>Order of rows on a board: by group, then by name as Vietnamese readers expect it (đ after d).</summary>
internal static class BoardOrder
{
    private static readonly StringComparer Vietnamese = StringComparer.Create(CultureInfo.GetCultureInfo("vi-VN"), ignoreCase: true);

    public static IReadOnlyList<UnitRow> Of(IEnumerable<UnitRow> rows) =>
        [.. rows.OrderBy(row => row.Group, StringComparer.Ordinal).ThenBy(row => row.Name.Vi, Vietnamese)];
}
