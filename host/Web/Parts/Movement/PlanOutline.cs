using System.Globalization;

namespace EmulationPlatform.Web.Parts.Movement;

/// <summary>A plan in the order of its own document: everything it asks for where it stands, by sections.</summary>
internal static class PlanOutline
{
    private const string Alphabet = "aăâbcdđeêghiklmnoôơpqrstuưvxy";
    private const int Unknown = 900;
    private const int Last = 999;

    private static readonly (int Value, string Text)[] Roman = [(10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];

    /// <summary>Parts of the document in its order, each with its entries in theirs.</summary>
    public static IReadOnlyList<IGrouping<string, PlanEntry>> Of(Plan plan) =>
    [
        .. Entries(plan)
            .OrderBy(entry => Place(entry.Citation.Section), PlaceOrder.Instance)
            .GroupBy(entry => entry.Citation.Section.Split('.')[0]),
    ];

    private static IEnumerable<PlanEntry> Entries(Plan plan) =>
    [
        .. plan.Targets.Select(target => new PlanEntry(target.Id, target.Name, target.Citation) { Target = target }),
        .. plan.Duties.Select(duty => new PlanEntry(duty.Id, duty.Name, duty.Citation) { Duty = duty }),
        .. plan.Tasks.Select(task => new PlanEntry(task.Id, task.Name, task.Citation) { Task = task }),
        .. plan.Context.Select(row => new PlanEntry(string.Join(", ", row.Citation.Rows), row.Note, row.Citation) { Context = row }),
    ];

    /// <summary><c>III.2.đ</c> as numbers: Roman parts, Arabic ones and letters of the Vietnamese alphabet.</summary>
    private static int[] Place(string section) => section.Length == 0 ? [Last, 1] : [.. section.Split('.').Select((part, depth) => Number(part.Split(' ')[0], depth))];

    private static int Number(string part, int depth) => part switch
    {
        "title" => -2,
        "pre" => -1,
        "end" => Last,
        _ when depth == 0 && FromRoman(part) is { } roman => roman,
        _ when int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number,
        [var letter] => Alphabet.IndexOf(letter, StringComparison.Ordinal) + 1,
        _ => Unknown,
    };

    private static int? FromRoman(string text)
    {
        var (sum, rest) = (0, text);
        while (Array.Find(Roman, digit => rest.StartsWith(digit.Text, StringComparison.Ordinal)) is { Value: > 0 } found)
        {
            (sum, rest) = (sum + found.Value, rest[found.Text.Length..]);
        }

        return rest.Length == 0 && sum > 0 ? sum : null;
    }

    private sealed class PlaceOrder : IComparer<int[]>
    {
        public static PlaceOrder Instance { get; } = new();

        public int Compare(int[]? x, int[]? y) => x.AsSpan().SequenceCompareTo(y);
    }
}
