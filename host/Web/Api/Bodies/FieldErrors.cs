namespace EmulationPlatform.Web.Api.Bodies;

/// <summary>What is wrong with a request, field by field, each with what to write instead.</summary>
internal sealed class FieldErrors
{
    private readonly Dictionary<string, List<string>> byField = [];

    public bool Any => byField.Count > 0;

    public void Add(string field, string message)
    {
        if (!byField.TryGetValue(field, out var messages))
        {
            byField[field] = messages = [];
        }

        messages.Add(message);
    }

    public Dictionary<string, string[]> ToDictionary() => byField.ToDictionary(pair => pair.Key, pair => pair.Value.ToArray());

    public ValidationProblem ToProblem() => TypedResults.ValidationProblem(
        ToDictionary(), title: "The request cannot be used; nothing was changed.", detail: string.Join(" ", byField.Select(Sentence)));

    private static string Sentence(KeyValuePair<string, List<string>> field) => $"{field.Key}: {string.Join(" ", field.Value)}";
}
