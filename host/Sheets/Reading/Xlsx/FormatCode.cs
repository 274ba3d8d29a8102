using System.Buffers;

namespace EmulationPlatform.Sheets;

/// <summary>Reads number formats of workbooks, such as dd/mm/yyyy (ECMA-376 part 1, 18.8.31). Only the part for positive numbers counts.</summary>
internal static class FormatCode
{
    private static readonly SearchValues<char> TimeLetters = SearchValues.Create("dDyYmMhHsS");
    private static readonly SearchValues<char> ClockLetters = SearchValues.Create("hHsS");
    private static readonly SearchValues<char> DurationLetters = SearchValues.Create("hHmMsS");

    /// <returns>Whether the format shows a day or time of day, and whether it shows hours or seconds.</returns>
    public static (bool IsTime, bool HasClock) Meaning(ReadOnlySpan<char> code)
    {
        var isTime = false;
        var hasClock = false;
        for (var at = 0; at < code.Length && code[at] != ';'; at++)
        {
            switch (code[at])
            {
                case '"':
                    at = EndOf(code, at, '"');
                    break;
                case '[':
                    var end = EndOf(code, at, ']');
                    if (end > at + 1 && end < code.Length && !code[(at + 1)..end].ContainsAnyExcept(DurationLetters))
                    {
                        // [h] counts hours beyond a day: a duration, which stays a number. [Red] and [$-42A] say nothing.
                        return (false, false);
                    }

                    at = end;
                    break;
                case '\\' or '_' or '*':
                    at++;
                    break;
                default:
                    isTime |= TimeLetters.Contains(code[at]);
                    hasClock |= ClockLetters.Contains(code[at]);
                    break;
            }
        }

        return (isTime, hasClock);
    }

    private static int EndOf(ReadOnlySpan<char> code, int start, char close)
    {
        var length = code[(start + 1)..].IndexOf(close);
        return length < 0 ? code.Length : start + 1 + length;
    }
}
