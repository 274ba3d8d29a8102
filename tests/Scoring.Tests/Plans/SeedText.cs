using System.Text.RegularExpressions;

namespace EmulationPlatform.Scoring.Tests.Plans;

/// <summary>
/// A plan document as text, with the places where a sentence, or an item of a list, may begin and end. Lines of a document may be broken anywhere,
/// so a line begins something new only after a full stop or a heading, or with a mark of a list.
/// </summary>
internal sealed partial class SeedText
{
    private const int LongestHeading = 90;
    private const string Footnote = "¹";

    private readonly string text;
    private readonly HashSet<int> starts = [];
    private readonly HashSet<int> ends = [];

    public SeedText(string document)
    {
        var lines = LinesOf(document);
        text = string.Join('\n', lines);
        AddLines(lines);
        foreach (Match stop in Stops.Matches(text))
        {
            starts.Add(stop.Index + stop.Length);
            if (stop.Value[0] != ':')
            {
                ends.Add(stop.Index + 1);
            }
        }
    }

    public bool Has(string quote) => Places(quote).Count > 0;

    /// <summary>A sentence or item, or several of them; the full stop may be left out.</summary>
    public bool HasWhole(string quote) => Places(quote).Any(place =>
        starts.Contains(place.Index) && (ends.Contains(place.Index + place.Length) || (IsStop(place.Index + place.Length) && ends.Contains(place.Index + place.Length + 1))));

    [GeneratedRegex(@"\A(?:[-–+•]|[a-zđ]\)|\d+(?:\.\d+)*\.|[IVXLC]+\.)\s*", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Marks { get; }

    [GeneratedRegex(@"(?<!^(?:\d+(?:\.\d+)*|[IVXLC]+))[.;:]\s", RegexOptions.Multiline, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Stops { get; }

    [GeneratedRegex(@"\A(?:Căn cứ|Thực hiện) (?:Kế hoạch|Nghị quyết|Quyết định) số", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Bases { get; }

    /// <summary>Without marks of italics and headings; a footnote, which may stand in the middle of a sentence, comes last.</summary>
    private static List<string> LinesOf(string document)
    {
        var lines = document.Replace("*", "", StringComparison.Ordinal).Split('\n')
            .Select(line => string.Join(' ', line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimStart('#').Trim()).Where(line => line.Length > 0).ToList();
        return [.. lines.Where(line => !IsFootnote(line)).Select(line => line.Replace(Footnote, "", StringComparison.Ordinal)), .. lines.Where(IsFootnote)];
    }

    private static bool IsFootnote(string line) => line.StartsWith(Footnote, StringComparison.Ordinal);

    private static bool IsCapitals(string line) => !line.Any(char.IsLower);

    private static bool IsHeading(string line) =>
        IsCapitals(line) || (Marks.IsMatch(line) && !"-–+•".Contains(line[0], StringComparison.Ordinal) && !".;:,".Contains(line[^1], StringComparison.Ordinal) && line.Length < LongestHeading);

    private static bool Begins(string? before, string line)
    {
        if (before is null || IsCapitals(line) || IsFootnote(line))
        {
            return true;
        }

        var follows = ".;:".Contains(before[^1], StringComparison.Ordinal) || (IsHeading(before) && (char.IsUpper(line[0]) || char.IsDigit(line[0]) || "“\"".Contains(line[0], StringComparison.Ordinal)));
        return before[^1] != ',' && (follows || Marks.IsMatch(line) || Bases.IsMatch(line));
    }

    private void AddLines(List<string> lines)
    {
        var at = 0;
        for (var index = 0; index < lines.Count; index++)
        {
            if (Begins(index == 0 ? null : lines[index - 1], lines[index]))
            {
                starts.Add(at);
                starts.Add(at + (IsFootnote(lines[index]) ? Footnote.Length + 1 : Marks.Match(lines[index]).Length));
                ends.Add(at - 1);
            }

            at += lines[index].Length + 1;
        }

        ends.Add(text.Length);
    }

    private bool IsStop(int at) => at < text.Length && ".;".Contains(text[at], StringComparison.Ordinal);

    private MatchCollection Places(string quote) => new Regex(
        string.Join(@"\s+", quote.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Regex.Escape)), RegexOptions.None, TimeSpan.FromSeconds(1)).Matches(text);
}
