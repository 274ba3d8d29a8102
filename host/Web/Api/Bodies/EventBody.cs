using System.Text.Json;
using EmulationPlatform.Units.Facilities;

namespace EmulationPlatform.Web.Api.Bodies;

/// <summary>Body of <c>POST /api/v1/sources/{source}/events</c>.</summary>
internal static class EventBody
{
    /// <summary>Registers of meters that count both ways can fall below 0.</summary>
    private const decimal LeastRegister = -1_000_000_000_000m;

    private static readonly string[] Figures = ["oldFinal", "newInitial", "factor", "value", "until"];

    /// <param name="knowsEvidence">Whether a hash is that of a stored file.</param>
    public static EventEntry? Parse(JsonElement json, AgencyCalendar calendar, Func<string, bool> knowsEvidence, FieldErrors errors)
    {
        var body = new ObjectReader(json, "", errors, ["kind", "at", .. Figures, "reason", "evidence"]);
        if (!body.IsObject)
        {
            return null;
        }

        var kind = Kind(body);
        var entry = new EventEntry(kind ?? default, body.NeededTime("at", calendar), body.Needed("reason", "why, in a few words"))
        {
            Until = body.Time("until", calendar),
            OldFinal = body.Number("oldFinal", LeastRegister, orEqual: true),
            NewInitial = body.Number("newInitial", LeastRegister, orEqual: true),
            Factor = body.Number("factor", 0, orEqual: false),
            Value = body.Number("value", LeastRegister, orEqual: true),
            Evidence = EvidenceText.Of(body, knowsEvidence),
        };
        if (kind is { } known)
        {
            RefuseOthers(body, known);
        }

        return errors.Any ? null : entry;
    }

    private static SourceEventKind? Kind(ObjectReader body)
    {
        if (!body.Has("kind"))
        {
            body.Wrong("kind", "Write one of replacement, factor, resetConfirmed, dismissed, accepted, corrected, ignored, outage.");
        }

        return body.Word<SourceEventKind>("kind");
    }

    /// <summary>A figure that the kind does not use would be lost without a word.</summary>
    private static void RefuseOthers(ObjectReader body, SourceEventKind kind)
    {
        string[] used = kind switch
        {
            SourceEventKind.Replacement => ["oldFinal", "newInitial", "factor"],
            SourceEventKind.Factor => ["factor"],
            SourceEventKind.ResetConfirmed => ["newInitial"],
            SourceEventKind.Corrected => ["value"],
            SourceEventKind.Ignored or SourceEventKind.Outage => ["until"],
            _ => [],
        };
        foreach (var name in Figures.Where(name => body.Has(name) && !used.Contains(name)))
        {
            body.Wrong(name, $"It says nothing about an event of this kind{(used.Length > 0 ? $", which takes {string.Join(", ", used)}" : "")}; leave it out.");
        }
    }
}
