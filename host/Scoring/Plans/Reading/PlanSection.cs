using System.Globalization;
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

    public string Text(string key, string example) => Word(key, example)?.Text.Trim() ?? "";

    /// <summary>An id for machines, which must fit <paramref name="shape"/>.</summary>
    public string Id(string key, IdShape shape)
    {
        var id = Text(key, shape.Example);
        if (id.Length > 0 && !shape.Fits(id))
        {
            Problems.Error(At(key), $"'{id}' is no {key}; write {shape.Words}, for example '{key}: {shape.Example}'.");
            return "";
        }

        return id;
    }

    public LocalizedText Names(string key)
    {
        var section = Section(key, "{ vi: …, en: … }");
        if (section is null)
        {
            return new("", "");
        }

        var names = new LocalizedText(section.Text("vi", "Văn phòng"), section.Text("en", "Office"));
        section.Close();
        return names;
    }

    public int? WholeNumber(string key, int least, int most, string example)
    {
        var number = Number(key, NumberRange.Between(least, most), example);
        if (number is null)
        {
            return null;
        }

        if (number == decimal.Truncate(number.Value))
        {
            return (int)number.Value;
        }

        Problems.Error(At(key), $"'{key}' must be a whole number, for example '{key}: {example}'.");
        return null;
    }

    public decimal? Number(string key, NumberRange range, string example)
    {
        if (Word(key, example) is not { } word)
        {
            return null;
        }

        // A comma is a decimal sign in Vietnam and a thousands sign elsewhere, so it is an error and never a guess.
        const NumberStyles style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (word.Quoted || !decimal.TryParse(word.Text, style, CultureInfo.InvariantCulture, out var number))
        {
            Problems.Error(
                word.At,
                $"'{word.Text}' is no number; write digits without quotes, with a point for decimals and no thousands sign, for example '{key}: {example}'.");
            return null;
        }

        if (!range.Contains(number))
        {
            Problems.Error(word.At, $"'{key}' is {word.Text}; write a number {range.Words}, for example '{key}: {example}'.");
            return null;
        }

        return number;
    }

    public DateOnly? Date(string key, string example)
    {
        if (Word(key, example) is not { } word)
        {
            return null;
        }

        if (DateOnly.TryParseExact(word.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        Problems.Error(word.At, $"'{word.Text}' is no date; write year-month-day, for example '{key}: {example}'.");
        return null;
    }

    public bool Has(string key)
    {
        Know(key);
        return values.TryGetValue(key, out var value) && value is not PlanNode.Word { IsNull: true };
    }

    public PlanSection? Section(string key, string example) =>
        Value(key, example) is { } value ? Of(value, $"'{key}'", $"{key}: {example}", Problems) : null;

    public IReadOnlyList<PlanSection> Sections(string key, string example)
    {
        if (Value(key, example) is not { } value)
        {
            return [];
        }

        if (value is not PlanNode.List { Items.Count: > 0 } list)
        {
            Problems.Error(value.At, $"'{key}' must be a list with at least one entry; begin each entry with '- {example}'.");
            return [];
        }

        return [.. list.Items.Select(item => Of(item, $"An entry of '{key}'", example, Problems)).OfType<PlanSection>()];
    }

    /// <summary>Reports keys that nobody asked for. Call it last.</summary>
    public void Close()
    {
        foreach (var (key, at) in keys.Where(entry => !known.Contains(entry.Key)))
        {
            Problems.Error(at, $"'{key}' is not known here; the keys of this block are {string.Join(", ", known)}.");
        }
    }

    private PlanNode.Word? Word(string key, string example)
    {
        switch (Value(key, example))
        {
            case null:
                return null;
            case PlanNode.Word { IsNull: false } word when word.Text.Trim().Length > 0:
                return word;
            case PlanNode.Word empty:
                Problems.Error(empty.At, $"'{key}' is empty; write for example '{key}: {example}'.");
                return null;
            case { } other:
                Problems.Error(other.At, $"'{key}' must be one value, for example '{key}: {example}'.");
                return null;
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
