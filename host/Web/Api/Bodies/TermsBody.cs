using System.Globalization;
using System.Text.Json;

namespace EmulationPlatform.Web.Api.Bodies;

/// <summary>What a virtual source adds up: <c>[{source, coefficient}]</c>.</summary>
internal static class TermsBody
{
    private const int MostTerms = 100;
    private const decimal GreatestCoefficient = 1_000_000m;

    public static List<KeyValuePair<string, decimal>> Parse(ObjectReader body, FieldErrors errors)
    {
        var terms = new List<KeyValuePair<string, decimal>>();
        if (body.Member("terms") is not { ValueKind: JsonValueKind.Array } list || list.GetArrayLength() is 0 or > MostTerms)
        {
            body.Wrong("terms", $"Write a list of 1 to {MostTerms} {{\"source\": …, \"coefficient\": …}}.");
            return terms;
        }

        foreach (var (index, item) in list.EnumerateArray().Index())
        {
            var term = new ObjectReader(item, string.Create(CultureInfo.InvariantCulture, $"terms[{index}]"), errors, "source", "coefficient");
            if (term.IsObject)
            {
                terms.Add(KeyValuePair.Create(term.Needed("source", "the id of a source"), Coefficient(term)));
            }
        }

        if (terms.DistinctBy(term => term.Key).Count() != terms.Count)
        {
            body.Wrong("terms", "A source stands twice; add its coefficients up.");
        }

        return terms;
    }

    private static decimal Coefficient(ObjectReader term)
    {
        if (!term.Has("coefficient"))
        {
            return 1m;
        }

        var coefficient = term.Number("coefficient", -GreatestCoefficient, orEqual: true);
        if (coefficient is 0m or > GreatestCoefficient)
        {
            term.Wrong("coefficient", "Write a number other than 0, such as 1 to add or -1 to take off.");
        }

        return coefficient ?? 1m;
    }
}
