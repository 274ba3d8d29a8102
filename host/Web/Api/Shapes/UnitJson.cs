using System.ComponentModel;

namespace EmulationPlatform.Web.Api.Shapes;

public sealed record UnitJson(
    string Unit,
    LocalizedText Name,
    string Group,
    IReadOnlyList<UnitJson.Dated> Headcount,
    [property: Description("Floor area in square metres.")] IReadOnlyList<UnitJson.Dated> Area)
{
    /// <summary>A number that holds from a day on.</summary>
    public sealed record Dated(DateOnly From, decimal Value);

    public static UnitJson Of(UnitRecord record) =>
        new(record.Id, record.Name, record.Group, Dates(record.Headcount), Dates(record.AreaSquareMetres));

    private static List<Dated> Dates(IReadOnlyList<DatedNumber> numbers) => [.. numbers.Select(number => new Dated(number.From, number.Value))];
}
