using System.Text.Json;
using EmulationPlatform.Units.Facilities;

namespace EmulationPlatform.Web.Api.Bodies;

/// <summary>Body of <c>POST /api/v1/sources/virtual</c>.</summary>
internal static class VirtualSourceBody
{
    private const string Prefix = "virtual-";

    public static VirtualSource? Parse(JsonElement json, IReadOnlyDictionary<string, Metric> metrics, FieldErrors errors)
    {
        var body = new ObjectReader(json, "", errors, "id", "metric", "label", "terms", "reason");
        if (!body.IsObject)
        {
            return null;
        }

        var id = body.Text("id") ?? "";
        var slug = id.StartsWith(Prefix, StringComparison.Ordinal) ? id[Prefix.Length..] : id;
        if (!UnitBody.IsId(slug))
        {
            body.Wrong("id", "Write small letters a-z, digits and hyphens, at most 64, such as toa-nha-a; virtual- is put before it.");
        }

        var metric = body.Needed("metric", $"one of {string.Join(", ", metrics.Keys.Order(StringComparer.Ordinal))}");
        var label = body.Text("label") is { Length: > 0 } text ? text : null;
        var wanted = new VirtualSource(Prefix + slug, metric, label, TermsBody.Parse(body, errors), body.Needed("reason", "what the sum is for"));
        return errors.Any ? null : wanted;
    }
}
