using EmulationPlatform.Sdk;

namespace EmulationPlatform.Scoring.Plans;

/// <summary>
/// Reads the keys of one block of a plan file. Every problem is noted and a stand-in returned, so that one reading finds
/// them all; the stand-ins never reach a plan, because a file with an error gives none.
/// </summary>
internal sealed class PlanSection
{
    private readonly Dictionary<string, PlanNode> values = [];
    private readonly Dictionary<string, PlanPosition> keys = [];
    private readonly List<string> known = [];

    private PlanSection(PlanNode.Map map, ProblemList problems)
    {
        Start = map.At;
        Problems = problems;
        foreach (var (key, value) in map.Entries)
        {
            if (!keys.TryAdd(key.Text, key.At))
            {
                problems.Error(key.At, $"'{key.Text}' is written twice in one block; keep one of them.");
                continue;
            }

            values.Add(key.Text, value);
        }
    }

    public PlanPosition Start { get; }

    public ProblemList Problems { get; }

    /// <summary>For blocks whose keys are ids or years.</summary>
    public IReadOnlyCollection<string> Keys => keys.Keys;

    /// <returns>Null when the node is no block of keys.</returns>
    public static PlanSection? Of(PlanNode node, string what, string example, ProblemList problems)
    {
        if (node is PlanNode.Map map)
        {
            return new(map, problems);
        }

        problems.Error(node.At, $"{what} must be a block of keys, for example '{example}'.");
        return null;
    }

    /// <summary>Place of the value; of the block when the key is missing.</summary>
    public PlanPosition At(string key) => values.TryGetValue(key, out var value) ? value.At : Start;

    public PlanPosition KeyAt(string key) => keys.TryGetValue(key, out var at) ? at : Start;

    public void Error(string key, string message) => Problems.Error(At(key), message);

    public void Warning(string key, string message) => Problems.Warning(At(key), message);

    public string Text(string key, string example) => Word(key, example)?.Text.Trim() ?? "";

    /// <returns>Empty when it is left out.</returns>
    public string TextIfAny(string key, string example) => Has(key) ? Text(key, example) : "";

    /// <summary>An id for machines, which must fit <paramref name="shape"/>.</summary>
    public string Id(string key, IdShape shape)
    {
        var id = Text(key, shape.Example);
        if (id.Length > 0 && !shape.Fits(id))
        {
            Error(key, $"'{id}' is no {key}; write {shape.Words}, for example '{key}: {shape.Example}'.");
            return "";
        }

        return id;
    }

    public LocalizedText Names(string key)
    {
        var section = Section(key, "{ vi: …, en: … }");
        return section is null ? new("", "") : section.AsNames();
    }

    public LocalizedText AsNames()
    {
        var names = new LocalizedText(Text("vi", "Văn phòng"), Text("en", "Office"));
        Close();
        return names;
    }

    public bool Has(string key)
    {
        Know(key);
        return values.TryGetValue(key, out var value) && value is not PlanNode.Word { IsNull: true };
    }

    /// <summary>The value is itself a block of keys.</summary>
    public bool HasSection(string key) => Has(key) && values[key] is PlanNode.Map;

    public PlanSection? Section(string key, string example) =>
        Value(key, example) is { } value ? Of(value, $"'{key}'", $"{key}: {example}", Problems) : null;

    public PlanSection? SectionIfAny(string key, string example) => Has(key) ? Section(key, example) : null;

    public IReadOnlyList<PlanSection> Sections(string key, string example) =>
        [.. Items(key, $"begin each entry with '- {example}'", least: 1)
            .Select(item => Of(item, $"An entry of '{key}'", example, Problems)).OfType<PlanSection>()];

    public IReadOnlyList<PlanSection> SectionsIfAny(string key, string example) =>
        Has(key) && values[key] is not PlanNode.List { Items.Count: 0 } ? Sections(key, example) : [];

    /// <param name="advice">What to write instead, for the message.</param>
    public IReadOnlyList<PlanNode> Items(string key, string advice, int least)
    {
        if (Value(key, "[ … ]") is not { } value)
        {
            return [];
        }

        if (value is PlanNode.List list && list.Items.Count >= least)
        {
            return list.Items;
        }

        Problems.Error(value.At, $"'{key}' must be a list with at least {(least <= 1 ? "one entry" : "two entries")}; {advice}.");
        return [];
    }

    /// <summary>Reports keys that nobody asked for. Call it last.</summary>
    public void Close()
    {
        foreach (var (key, at) in keys.Where(entry => !known.Contains(entry.Key)))
        {
            Problems.Error(at, $"'{key}' is not known here; the keys of this block are {string.Join(", ", known)}.{CommaAdvice(values[key])}");
        }
    }

    // "{ vi: một, hai }" is for YAML the key vi and a key "hai" without a value.
    private static string CommaAdvice(PlanNode value) =>
        value is PlanNode.Word { IsNull: true, Text: "" } ? " If it belongs to a text with a comma, put the whole text in double quotes." : "";

    /// <returns>Null when there is no single value that is not empty.</returns>
    public PlanNode.Word? Word(string key, string example) => Value(key, example) is { } value ? SingleWord(value, key, example) : null;

    /// <param name="key">Whose value, or entry of a list, the node is.</param>
    public PlanNode.Word? SingleWord(PlanNode value, string key, string example)
    {
        switch (value)
        {
            case PlanNode.Word { IsNull: false } word when word.Text.Trim().Length > 0:
                return word;
            case PlanNode.Word empty:
                Problems.Error(empty.At, $"'{key}' is empty; write for example '{key}: {example}'.");
                return null;
            default:
                Problems.Error(value.At, $"'{key}' must be one value, for example '{key}: {example}'.");
                return null;
        }
    }

    /// <summary>Keys that are right here in some cases, and are not to be complained of while the case is not known.</summary>
    public void MayHave(params IReadOnlyList<string> some)
    {
        foreach (var key in some)
        {
            Know(key);
        }
    }

    private PlanNode? Value(string key, string example)
    {
        Know(key);
        if (values.TryGetValue(key, out var value))
        {
            return value;
        }

        Problems.Error(Start, $"'{key}' is missing in this block; add for example '{key}: {example}'.");
        return null;
    }

    private void Know(string key)
    {
        if (!known.Contains(key))
        {
            known.Add(key);
        }
    }
}
