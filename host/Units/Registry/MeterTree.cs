using EmulationPlatform.Metering;
using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.ReadingLog;

namespace EmulationPlatform.Units.Registry;

/// <summary>
/// Which sources count parts of which others, so that one reading counts once: sub-meters behind a main meter, channels of a
/// device beside its total, terms of virtual sources. As the registry was when it was made; for one caller at a time.
/// </summary>
internal sealed class MeterTree
{
    private readonly Dictionary<int, SourceEntry> byNo;
    private readonly Dictionary<int, SourceEntry> parents = [];
    private readonly Dictionary<int, IReadOnlyList<TakenPart>> takenOff = [];
    private readonly Dictionary<int, HashSet<int>> takenFrom = [];
    private readonly ILookup<int, SourceEntry> children;
    private readonly ILookup<int, SourceEntry> sums;

    public MeterTree(IReadOnlyCollection<SourceEntry> sources)
    {
        byNo = sources.ToDictionary(entry => entry.No);
        var totals = new DeviceTotals(sources);
        foreach (var entry in sources.Where(entry => !entry.IsVirtual).OrderBy(entry => entry.No))
        {
            var parent = entry.Row.Parent is { } no ? byNo.GetValueOrDefault(no) : totals.Of(entry);
            if (parent is { IsVirtual: false } && parent.Row.Metric == entry.Row.Metric && !Above(parent).Contains(entry))
            {
                parents[entry.No] = parent;
            }
        }

        children = parents.ToLookup(pair => pair.Value.No, pair => byNo[pair.Key]);
        sums = sources.SelectMany(entry => entry.Terms.Select(term => (term.Term, entry))).ToLookup(pair => pair.Term, pair => pair.entry);
    }

    public string IdOf(int no) => byNo[no].Row.Id;

    public SourceEntry? ParentOf(SourceEntry entry) => parents.GetValueOrDefault(entry.No);

    public IEnumerable<SourceEntry> ChildrenOf(SourceEntry entry) => children[entry.No];

    /// <summary>Virtual sources of which the source is a term.</summary>
    public IEnumerable<SourceEntry> SumsWith(SourceEntry entry) => sums[entry.No];

    /// <summary>Does the source add to the units it is assigned to?</summary>
    public bool Counts(SourceEntry entry) => entry.Row.Counted switch
    {
        CountRule.Yes => true,
        CountRule.No => false,
        _ => entry.Row is { Kind: SourceKind.Counter, Direction: FlowDirection.None or FlowDirection.Import } && !IsWithinParent(entry),
    };

    /// <summary>
    /// What is taken off the source's figure because others have it: the nearest sources behind it that count for a unit or are
    /// part of a virtual source that does, at each time.
    /// </summary>
    public IReadOnlyList<TakenPart> TakenOff(SourceEntry entry)
    {
        if (!takenOff.TryGetValue(entry.No, out var parts))
        {
            takenOff[entry.No] = parts = Joined(PartsOf(entry).Where(part => part.Weight > 0m).SelectMany(part => TakenOff(part.Source, part.Weight, entry)));
        }

        return parts;
    }

    private List<TakenPart> TakenOff(SourceEntry root, decimal weight, SourceEntry owner)
    {
        var parts = new List<TakenPart>();
        if (Below(root).ToList() is { Count: > 0 } below)
        {
            foreach (var time in Times(below))
            {
                TakeOff(root, owner, weight, time, parts);
            }
        }

        return parts;
    }

    /// <summary>One part for stretches that follow each other with the same share: each part is a look at the disk.</summary>
    private static List<TakenPart> Joined(IEnumerable<TakenPart> parts)
    {
        var joined = new List<TakenPart>();
        var last = new Dictionary<(int No, decimal Share), int>();
        foreach (var part in parts)
        {
            if (last.TryGetValue((part.Source.No, part.Share), out var place) && joined[place].To is { } end && end == part.From)
            {
                joined[place] = joined[place] with { To = part.To };
            }
            else
            {
                last[(part.Source.No, part.Share)] = joined.Count;
                joined.Add(part);
            }
        }

        return joined;
    }

    /// <summary>Units whose figures change when the source's stored hours do, beside the one that folds it.</summary>
    public IReadOnlySet<string> Dependents(SourceEntry entry)
    {
        var units = new HashSet<string>(entry.Assignments.Select(assignment => assignment.Unit));
        if (entry.IsLive && AgencyRuntime.CurrentUnit(entry.Assignments) is { } home)
        {
            units.Remove(home);
        }

        var above = Above(entry).Where(owner => owner != entry).ToList();
        var holders = above.Concat(above.SelectMany(SumsWith)).Distinct().Where(owner => Counts(owner) && Takes(owner, entry));
        units.UnionWith(holders.Concat(SumsWith(entry)).SelectMany(owner => owner.Assignments).Select(assignment => assignment.Unit));
        return units;
    }

    /// <summary>Units whose figures may change when something about the source in the registry does.</summary>
    public IReadOnlySet<string> Relatives(SourceEntry entry)
    {
        var family = entry.Terms.Select(term => byNo.GetValueOrDefault(term.Term)).OfType<SourceEntry>().Append(entry)
            .SelectMany(member => Above(member).Concat(Below(member))).ToHashSet();
        return family.Concat(family.SelectMany(SumsWith)).Append(entry).SelectMany(member => member.Assignments).Select(assignment => assignment.Unit).ToHashSet();
    }

    private bool Takes(SourceEntry owner, SourceEntry entry)
    {
        if (!takenFrom.TryGetValue(owner.No, out var taken))
        {
            takenFrom[owner.No] = taken = TakenOff(owner).Select(part => part.Source.No).ToHashSet();
        }

        return taken.Contains(entry.No);
    }

    private IEnumerable<(SourceEntry Source, decimal Weight)> PartsOf(SourceEntry entry) => entry.IsVirtual
        ? entry.Terms.Select(term => (byNo[term.Term], term.Coefficient))
        : [(entry, 1m)];

    private void TakeOff(SourceEntry root, SourceEntry owner, decimal weight, (Hour? From, Hour? To) time, List<TakenPart> parts)
    {
        // What a virtual source names itself, it has decided about itself.
        foreach (var child in ChildrenOf(root).Where(child => owner.Terms.All(term => term.Term != child.No)))
        {
            var share = Claimed(child, owner, SampleOf(time));
            if (share > 0m)
            {
                parts.Add(new TakenPart(child, weight * share, time.From, time.To));
            }

            if (share < 1m)
            {
                TakeOff(child, owner, weight * (1m - share), time, parts);
            }
        }
    }

    /// <summary>How much of a source somebody has at a time: all of it, nothing, or what virtual sources add up.</summary>
    private decimal Claimed(SourceEntry entry, SourceEntry owner, Hour at) => IsAssigned(entry, at) && Counts(entry)
        ? 1m
        : Math.Min(1m, SumsWith(entry).Where(sum => sum != owner && IsAssigned(sum, at) && Counts(sum))
            .Sum(sum => sum.Terms.Where(term => term.Term == entry.No).Sum(term => Math.Max(0m, term.Coefficient))));

    private static bool IsAssigned(SourceEntry entry, Hour at) => entry.Assignments.Any(assignment => assignment.Contains(at));

    /// <summary>Stretches of time in which nobody gets or gives up one of the sources, or a virtual source of them.</summary>
    private IEnumerable<(Hour? From, Hour? To)> Times(List<SourceEntry> sources)
    {
        Hour? from = null;
        foreach (var turn in sources.Concat(sources.SelectMany(SumsWith)).SelectMany(entry => entry.Assignments)
            .SelectMany(assignment => new[] { assignment.From, assignment.To }).OfType<Hour>().Distinct().Order())
        {
            yield return (from, turn);
            from = turn;
        }

        yield return (from, null);
    }

    private static Hour SampleOf((Hour? From, Hour? To) time) => time.From ?? (time.To is { } end ? new Hour(end.Index - 1) : default);

    /// <summary>The source, its main meter, the main meter of that one, and so on.</summary>
    private IEnumerable<SourceEntry> Above(SourceEntry entry)
    {
        for (var above = entry; above is not null; above = ParentOf(above))
        {
            yield return above;
        }
    }

    /// <summary>All sources behind a source.</summary>
    private IEnumerable<SourceEntry> Below(SourceEntry entry) => ChildrenOf(entry).SelectMany(child => Below(child).Prepend(child));

    /// <summary>The same unit has source and parent over the same time: the parent's figure holds the source's already.</summary>
    private bool IsWithinParent(SourceEntry entry) =>
        ParentOf(entry) is { } parent && entry.Assignments.Count > 0 && Stretches(parent).SetEquals(Stretches(entry)) && Counts(parent);

    private static HashSet<Assignment> Stretches(SourceEntry entry) => [.. entry.Assignments.Select(assignment => assignment with { Source = 0, Reason = null })];
}
