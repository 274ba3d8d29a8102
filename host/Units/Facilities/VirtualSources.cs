using EmulationPlatform.Metering;
using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.ReadingLog;
using EmulationPlatform.Units.Registry;

namespace EmulationPlatform.Units.Facilities;

/// <summary>Sources that people make of others. They never get a reading of their own.</summary>
internal sealed class VirtualSources(AgencySetup setup, AuditTrail audit)
{
    public async Task<EntryResult> AddAsync(AgencyRuntime runtime, VirtualSource wanted, string author)
    {
        if (runtime.Sources.Find(wanted.Id) is not null)
        {
            return EntryResult.Refused("id", $"Đã có nguồn {wanted.Id}.", $"There is a source {wanted.Id} already.");
        }

        if (!setup.Metrics.TryGetValue(wanted.Metric, out var metric))
        {
            return EntryResult.Refused("metric", $"Không có đại lượng {wanted.Metric}.", $"There is no metric {wanted.Metric}.");
        }

        if ((Refuse(runtime.Sources, wanted.Metric, wanted.Terms) ?? RefuseUnit(runtime, wanted)) is { } refused)
        {
            return refused;
        }

        var row = new SourceRow(
            runtime.Sources.TakeNo(), wanted.Id, SourceEntry.VirtualConnector, "", wanted.Id, metric.Id, SourceKind.Counter, FlowDirection.None, null,
            metric.CounterMeasure, audit.Now) { Label = wanted.Label };
        await runtime.AddVirtualAsync(row, Terms(runtime.Sources, row.No, wanted.Terms), connection => audit.Append(
            connection, author, "source.made", SourceShape.Subject(row.Id), wanted.Reason, before: null, after: new { metric = metric.Id, label = row.Label, terms = Shape(wanted.Terms) }));
        return EntryResult.Done(row.No);
    }

    public async Task<EntryResult> SetTermsAsync(
        AgencyRuntime runtime, SourceEntry entry, IReadOnlyList<KeyValuePair<string, decimal>> terms, string reason, string author)
    {
        if (!entry.IsVirtual)
        {
            return EntryResult.Refused("terms", "Chỉ nguồn ảo mới có thành phần.", "Only a virtual source is made of others.");
        }

        if (Refuse(runtime.Sources, entry.Row.Metric, terms) is { } refused)
        {
            return refused;
        }

        var wanted = Terms(runtime.Sources, entry.No, terms);
        if (CountedTwice(runtime.Sources, wanted, entry.Assignments) is { } twice)
        {
            return RefuseTwice(twice);
        }

        var before = entry.Terms.Select(term => KeyValuePair.Create(runtime.Sources.Find(term.Term)!.Row.Id, term.Coefficient)).ToList();
        await runtime.SetTermsAsync(entry, wanted, connection => audit.Append(
            connection, author, "source.terms", SourceShape.Subject(entry.Row.Id), reason, new { terms = Shape(before) }, new { terms = Shape(terms) }));
        return EntryResult.Done(entry.No);
    }

    /// <summary>One reading counts once: a virtual source and what it adds up cannot both be a unit's over the same time.</summary>
    /// <exception cref="ArgumentException">They would be; the message says which.</exception>
    public static void RequireCountedOnce(SourceRegistry sources, SourceEntry entry, IReadOnlyList<Assignment> assignments)
    {
        if (entry.IsVirtual && CountedTwice(sources, entry.Terms, assignments) is { } twice)
        {
            throw new ArgumentException(CountedAlready(twice), nameof(assignments));
        }

        var sum = sources.All.FirstOrDefault(known => known.Terms.Any(term => term.Term == entry.No && term.Coefficient > 0m) && Overlap(known.Assignments, assignments));
        if (sum is not null)
        {
            throw new ArgumentException($"{sum.Row.Id} adds it up and counts for a unit already; a reading counts once. Take that source from its unit first.", nameof(assignments));
        }
    }

    /// <summary>Known before anything is made: a source that its unit cannot have would be left half made.</summary>
    private static EntryResult? RefuseUnit(AgencyRuntime runtime, VirtualSource wanted)
    {
        if (wanted.Unit is not { } unit)
        {
            return null;
        }

        if (runtime.Find(unit) is null)
        {
            return EntryResult.Refused("unit", $"Không có đơn vị {unit}.", $"There is no unit {unit}.");
        }

        var assignments = SourceSettings.Assign(0, [], wanted.Assignment);
        return CountedTwice(runtime.Sources, Terms(runtime.Sources, 0, wanted.Terms), assignments) is { } twice ? RefuseTwice(twice) : null;
    }

    private static EntryResult RefuseTwice(string term) => EntryResult.Refused(
        "terms", $"{term} đã được tính cho một đơn vị; một chỉ số chỉ được tính một lần. Hãy bỏ nguồn đó khỏi đơn vị trước.", CountedAlready(term));

    private static string CountedAlready(string source) => $"{source} counts for a unit already; a reading counts once. Take that source from its unit first.";

    /// <returns>Id of the term; null when all is well.</returns>
    private static string? CountedTwice(SourceRegistry sources, IEnumerable<VirtualTerm> terms, IReadOnlyList<Assignment> assignments) =>
        terms.Where(term => term.Coefficient > 0m).Select(term => sources.Find(term.Term)!).FirstOrDefault(term => Overlap(term.Assignments, assignments))?.Row.Id;

    private static bool Overlap(IReadOnlyList<Assignment> left, IReadOnlyList<Assignment> right) =>
        left.Any(one => right.Any(other => Before(one.From, other.To) && Before(other.From, one.To)));

    private static bool Before(Hour? from, Hour? to) => from is not { } start || to is not { } end || start < end;

    private static EntryResult? Refuse(SourceRegistry sources, string metric, IReadOnlyList<KeyValuePair<string, decimal>> terms)
    {
        foreach (var (id, _) in terms)
        {
            switch (sources.Find(id))
            {
                case null:
                    return EntryResult.Refused("terms", $"Không có nguồn {id}.", $"There is no source {id}.");
                case { IsNew: true }:
                    return EntryResult.Refused("terms", $"Nguồn {id} chưa được lưu; thử lại sau.", $"The source {id} is not stored yet; try again.");
                case { IsVirtual: true }:
                    return EntryResult.Refused("terms", $"{id} cũng là nguồn ảo.", $"{id} is virtual itself; name the sources it is made of.");
                case { } term when term.Row.Metric != metric:
                    return EntryResult.Refused("terms", $"{id} đo {term.Row.Metric}.", $"{id} measures {term.Row.Metric}, not {metric}.");
            }
        }

        return null;
    }

    private static List<VirtualTerm> Terms(SourceRegistry sources, int no, IReadOnlyList<KeyValuePair<string, decimal>> terms) =>
        [.. terms.Select(term => new VirtualTerm(no, sources.Find(term.Key)!.No, term.Value))];

    /// <summary>Terms as the audit log keeps them.</summary>
    internal static IEnumerable<object> Shape(IReadOnlyList<KeyValuePair<string, decimal>> terms) => terms.Select(term => new { source = term.Key, coefficient = term.Value });
}
