using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.ReadingLog;

namespace EmulationPlatform.Units.Registry;

/// <summary>
/// Which sources count parts of which others, so that one reading counts once: sub-meters behind a main meter, channels of a
/// device beside its total, terms of virtual sources.
/// </summary>
internal sealed class MeterTree
{
    private readonly Dictionary<int, SourceEntry> byNo;
    private readonly Dictionary<int, SourceEntry> parents = [];
    private readonly ILookup<int, SourceEntry> children;
    private readonly ILookup<int, SourceEntry> sums;

    public MeterTree(IReadOnlyCollection<SourceEntry> sources)
    {
        byNo = sources.ToDictionary(entry => entry.No);
        var totals = sources.Where(entry => entry.Row.Channel is null).GroupBy(KeyOf).ToDictionary(group => group.Key, group => group.First());
        foreach (var entry in sources.Where(entry => !entry.IsVirtual))
        {
            var parent = entry.Row.Parent is { } no ? byNo.GetValueOrDefault(no) : entry.Row.Channel is null ? null : totals.GetValueOrDefault(KeyOf(entry));
            if (parent is not null && parent != entry)
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

    /// <summary>Sub-meters whose use is taken off what the source counts, because another unit has it or shares it.</summary>
    public IEnumerable<SourceEntry> TakenOff(SourceEntry entry) => ChildrenOf(entry).Where(child => child.Assignments.Count > 0 && Counts(child));

    /// <summary>Units whose figures change when the source's stored hours do, beside the one that folds it.</summary>
    public IReadOnlySet<string> Dependents(SourceEntry entry)
    {
        var units = new HashSet<string>(entry.Assignments.Select(assignment => assignment.Unit));
        if (entry.IsLive && AgencyRuntime.CurrentUnit(entry.Assignments) is { } home)
        {
            units.Remove(home);
        }

        if (ParentOf(entry) is { } parent && TakenOff(parent).Contains(entry))
        {
            units.UnionWith(parent.Assignments.Select(assignment => assignment.Unit));
        }

        units.UnionWith(SumsWith(entry).SelectMany(sum => sum.Assignments).Select(assignment => assignment.Unit));
        return units;
    }

    /// <summary>Units whose figures may change when something about the source in the registry does.</summary>
    public IReadOnlySet<string> Relatives(SourceEntry entry) =>
        new[] { entry, ParentOf(entry) }.OfType<SourceEntry>().Concat(ChildrenOf(entry)).Concat(SumsWith(entry))
            .SelectMany(relative => relative.Assignments).Select(assignment => assignment.Unit).ToHashSet();

    /// <summary>The same unit has source and parent over the same time: the parent's figure holds the source's already.</summary>
    private bool IsWithinParent(SourceEntry entry) =>
        ParentOf(entry) is { } parent && entry.Assignments.Count > 0 && Stretches(parent).SetEquals(Stretches(entry)) && Counts(parent);

    private static HashSet<Assignment> Stretches(SourceEntry entry) => [.. entry.Assignments.Select(assignment => assignment with { Source = 0, Reason = null })];

    private static (string, string, string, FlowDirection, SourceKind) KeyOf(SourceEntry entry) =>
        (entry.Row.Connector, entry.Row.Topic, entry.Row.Metric, entry.Row.Direction, entry.Row.Kind);
}
