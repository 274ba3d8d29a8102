using System.Text.RegularExpressions;
using EmulationPlatform.Sdk;
using EmulationPlatform.Sheets;
using EmulationPlatform.Storage.Records;
using EmulationPlatform.Storage.Tables;

namespace EmulationPlatform.Units.Importing;

/// <summary>Units with their names, groups and dated sizes. The same unit in several rows has several dates.</summary>
internal sealed partial class UnitRows(IReadOnlyDictionary<string, UnitRecord> known, ImportOptions options, DateOnly today)
{
    private readonly Dictionary<string, UnitRecord> wanted = [];

    public void Take(RowValues row)
    {
        var (id, name) = (row.Text("unit"), row.Text("name"));
        if (id is not null && !IdForm().IsMatch(id))
        {
            row.Refuse("unit", $"'{id}' is not an id.", "Write lower case letters a–z, digits and hyphens, for example van-phong.");
        }

        var from = row.Date("from", options.Times) ?? new DateOnly(today.Year, 1, 1);
        var people = Size(row, "headcount");
        var area = Size(row, "area");
        if (row.IsFaulty || id is null || name is null)
        {
            return;
        }

        var before = wanted.GetValueOrDefault(id) ?? known.GetValueOrDefault(id);
        wanted[id] = new UnitRecord(
            id, new LocalizedText(name, row.Text("nameEn") ?? (before is not null && before.Name.Vi == name ? before.Name.En : name)), row.Text("group") ?? before?.Group ?? "",
            With(before?.Headcount, from, people), With(before?.AreaSquareMetres, from, area));
    }

    public IEnumerable<PlannedChange> Changes() => wanted.Values
        .Where(unit => !known.TryGetValue(unit.Id, out var before) || !Same(before, unit))
        .Select(unit => new PlannedChange(
            $"unit/{unit.Id}", known.TryGetValue(unit.Id, out var before) ? RegistryActs.Shape(before) : null, RegistryActs.Shape(unit), connection => UnitTable.Put(connection, unit)));

    [GeneratedRegex("^[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex IdForm();

    private decimal? Size(RowValues row, string column)
    {
        var size = row.Number(column, options.Numbers);
        if (size is < 0m)
        {
            row.Refuse(column, "A size is not below 0.", "Correct the number.");
        }

        return size;
    }

    private static IReadOnlyList<DatedNumber> With(IReadOnlyList<DatedNumber>? before, DateOnly from, decimal? value) => value is not { } number
        ? before ?? []
        : [.. (before ?? []).Where(dated => dated.From != from).Append(new DatedNumber(from, number)).OrderBy(dated => dated.From)];

    private static bool Same(UnitRecord left, UnitRecord right) =>
        left.Name == right.Name && left.Group == right.Group && left.Headcount.SequenceEqual(right.Headcount) && left.AreaSquareMetres.SequenceEqual(right.AreaSquareMetres);
}
