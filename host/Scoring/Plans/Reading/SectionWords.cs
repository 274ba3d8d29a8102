using EmulationPlatform.Sdk;

namespace EmulationPlatform.Scoring.Plans;

/// <summary>Words out of a choice, and lists of words.</summary>
internal static class SectionWords
{
    /// <returns>Null when it is missing or none of the words.</returns>
    public static string? OneOf(this PlanSection section, string key, IReadOnlyCollection<string> words)
    {
        var text = section.Text(key, words.First());
        if (text.Length == 0 || words.Contains(text))
        {
            return text.Length == 0 ? null : text;
        }

        section.Error(key, $"'{text}' is no {key}; write one of {string.Join(", ", words)}.");
        return null;
    }

    /// <summary>Words of an enumeration, written with a small first letter.</summary>
    public static T? Choice<T>(this PlanSection section, string key)
        where T : struct, Enum
    {
        var names = Enum.GetNames<T>().Select(name => char.ToLowerInvariant(name[0]) + name[1..]).ToList();
        return section.OneOf(key, names) is { } word ? Enum.GetValues<T>()[names.IndexOf(word)] : null;
    }

    public static T ChoiceOr<T>(this PlanSection section, string key, T usual)
        where T : struct, Enum => (section.Has(key) ? section.Choice<T>(key) : usual) ?? usual;

    public static bool TrueOrFalse(this PlanSection section, string key) => section.Has(key) && section.OneOf(key, ["true", "false"]) is "true";

    /// <summary>Ids in a list that may be empty or left out.</summary>
    public static IReadOnlyList<PlanNode.Word> IdWords(this PlanSection section, string key, IdShape shape)
    {
        var words = new List<PlanNode.Word>();
        foreach (var item in section.Has(key) ? section.Items(key, $"for example '{key}: [{shape.Example}]'", least: 0) : [])
        {
            if (section.SingleWord(item, key, $"[{shape.Example}]") is not { } word)
            {
                continue;
            }

            if (shape.Fits(word.Text))
            {
                words.Add(word);
                continue;
            }

            section.Problems.Error(word.At, $"'{word.Text}' is no id; write {shape.Words}, for example '{key}: [{shape.Example}]'.");
        }

        return words;
    }

    public static IReadOnlyList<string> Ids(this PlanSection section, string key, IdShape shape) =>
        [.. section.IdWords(key, shape).Select(word => word.Text)];

    public static IReadOnlyList<LocalizedText> NamesList(this PlanSection section, string key) =>
        [.. section.SectionsIfAny(key, "{ vi: …, en: … }").Select(entry => entry.AsNames())];
}
