using System.Collections.Concurrent;

namespace EmulationPlatform.Connectors.Mqtt.Profiles;

/// <summary>
/// The patterns of all profiles. Checking one takes milliseconds, and a reload or a rule with several topics asks for the
/// same again, so they are kept.
/// </summary>
internal static class Patterns
{
    private const int Kept = 1_000;

    private static readonly ConcurrentDictionary<string, TextPattern> Known = new();

    public static TextPattern? Of(string text, out string? problem)
    {
        problem = null;
        if (Known.TryGetValue(text, out var known))
        {
            return known;
        }

        try
        {
            var made = new TextPattern(text);
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
