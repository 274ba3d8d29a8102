namespace EmulationPlatform.Scoring.Plans;

/// <summary>
/// What a plan file declares and what it refers to. References are checked when everything is read, because the order of
/// the keys does not matter.
/// </summary>
internal sealed class PlanIndex(ProblemList problems)
{
    private const int MostNamed = 12;

    private readonly Dictionary<string, Entry> entries = [];
    private readonly List<Reference> references = [];

    /// <summary>Reads the id of an entry. One id is used once in the whole plan, so that a reference is never in doubt.</summary>
    public string Declare(PlanSection section, EntryKind kind, IdShape shape)
    {
        var id = section.Id("id", shape);
        if (id.Length > 0 && !entries.TryAdd(id, new(kind, section.At("id"))))
        {
            section.Error("id", $"Another {entries[id].Kind.Word()} has the id '{id}' already (line {entries[id].At.Line}); give each its own.");
        }

        return id;
    }

    /// <summary>Reads an id that must be declared somewhere as one of the kinds.</summary>
    public string Refer(PlanSection section, string key, IdShape shape, params EntryKind[] kinds)
    {
        var id = section.Id(key, shape);
        Refer(id, section.At(key), kinds);
        return id;
    }

    public string ReferIfAny(PlanSection section, string key, IdShape shape, params EntryKind[] kinds) =>
        section.Has(key) ? Refer(section, key, shape, kinds) : "";

    public IReadOnlyList<string> ReferAll(PlanSection section, string key, IdShape shape, params EntryKind[] kinds)
    {
        var words = section.IdWords(key, shape);
        foreach (var word in words)
        {
            Refer(word.Text, word.At, kinds);
        }

        return [.. words.Select(word => word.Text)];
    }

    public void Refer(string id, PlanPosition at, params EntryKind[] kinds)
    {
        if (id.Length > 0)
        {
            references.Add(new(id, at, kinds));
        }
    }

    /// <summary>Where an entry that was declared has its id.</summary>
    public PlanPosition PlaceOf(string id) => entries.TryGetValue(id, out var entry) ? entry.At : default;

    /// <param name="knownIndicators">Ids of the loaded modules' indicators; null: not known, so figures are not checked.</param>
    public void Check(IReadOnlySet<string>? knownIndicators)
    {
        foreach (var reference in references)
        {
            if (reference.Kinds is [EntryKind.Figure])
            {
                CheckFigure(reference, knownIndicators);
            }
            else
            {
                CheckEntry(reference);
            }
        }

        WarnOfUnusedFigures();
    }

    private void CheckEntry(Reference reference)
    {
        var (id, at, kinds) = reference;
        if (!entries.TryGetValue(id, out var found))
        {
            problems.Error(at, $"Nothing has the id '{id}'; {Advice(kinds)}.");
        }
        else if (kinds.Length > 0 && !kinds.Contains(found.Kind))
        {
            problems.Error(at, $"'{id}' is a {found.Kind.Word()} (line {found.At.Line}), but here a {Words(kinds)} is named; {Advice(kinds)}.");
        }
    }

    private void CheckFigure(Reference reference, IReadOnlySet<string>? known)
    {
        var (id, at, _) = reference;
        if (known is not null && !known.Contains(id) && !(entries.TryGetValue(id, out var found) && found.Kind == EntryKind.Figure))
        {
            problems.Error(
                at,
                $"'{id}' is neither under 'figures' nor an indicator of a loaded module; declare it under 'figures', or write one of {Listed(known)}.");
        }
    }

    private void WarnOfUnusedFigures()
    {
        var used = references.Where(reference => reference.Kinds is [EntryKind.Figure]).Select(reference => reference.Id).ToHashSet();
        foreach (var (id, entry) in entries.Where(entry => entry.Value.Kind == EntryKind.Figure && !used.Contains(entry.Key)))
        {
            problems.Warning(entry.At, $"No rule uses the figure '{id}', so people would enter it for nothing; use it in a rule or remove it.");
        }
    }

    private string Advice(EntryKind[] kinds)
    {
        var fitting = entries.Where(entry => kinds.Contains(entry.Value.Kind)).Select(entry => entry.Key).ToList();
        return kinds.Length == 0 ? "write the id of an entry of this plan"
            : fitting.Count == 0 ? $"add a {Words(kinds)} under '{kinds[0].Block()}' first"
            : $"write one of {Listed(fitting)}";
    }

    private static string Words(EntryKind[] kinds) => string.Join(" or ", kinds.Select(kind => kind.Word()));

    private static string Listed(IReadOnlyCollection<string> ids) =>
        string.Join(", ", ids.Order(StringComparer.Ordinal).Take(MostNamed)) + (ids.Count > MostNamed ? ", …" : "");

    private readonly record struct Entry(EntryKind Kind, PlanPosition At);

    /// <param name="Kinds">None: any entry.</param>
    private sealed record Reference(string Id, PlanPosition At, EntryKind[] Kinds);
}
