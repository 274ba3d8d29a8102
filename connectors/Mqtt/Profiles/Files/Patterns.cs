using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace EmulationPlatform.Connectors.Mqtt.Profiles;

/// <summary>
/// The patterns of all profiles. Preparing one takes milliseconds, and a reload or a rule with several topics asks for the
/// same again, so they are kept.
/// </summary>
internal static class Patterns
{
    private const int Kept = 1_000;

    // Patterns are tried on texts of strangers: without backtracking the time grows with the text only, so no limit is needed.
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private static readonly ConcurrentDictionary<string, Regex> Known = new();

    public static Regex? Of(string text, out string? problem)
    {
        problem = null;
        if (Known.TryGetValue(text, out var known))
        {
            return known;
        }

        try
        {
            var made = new Regex(text, Options, Regex.InfiniteMatchTimeout);
            if (Known.Count < Kept)
            {
                Known[text] = made;
            }

            return made;
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            problem = $"'{text}' is not a usable pattern (no look-around or back-references): {e.Message}";
            return null;
        }
    }
}
