using System.Text;

namespace EmulationPlatform.Connectors.Mqtt.Profiles;

/// <summary>What bridges write instead of a value when they have none.</summary>
internal static class NothingWords
{
    private static readonly string[] Words = ["unavailable", "unknown", "none", "null", "n/a", "offline", "undefined", "-", "--"];

    public static bool Contains(ReadOnlySpan<byte> text)
    {
        // Numbers are the common case and begin with a digit or a sign before one.
        if ((uint)(text[0] - '0') <= 9)
        {
            return false;
        }

        foreach (var word in Words)
        {
            if (text.Length == word.Length && Ascii.EqualsIgnoreCase(text, word))
            {
                return true;
            }
        }

        return false;
    }
}
