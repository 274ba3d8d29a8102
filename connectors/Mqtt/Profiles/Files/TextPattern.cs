using System.Text.RegularExpressions;

namespace EmulationPlatform.Connectors.Mqtt.Profiles;

/// <summary>
/// A usable pattern of a profile. What is needed to try it takes most of a megabyte, and an agency has the devices of a few
/// profiles only: it is made when the first text is tried.
/// </summary>
internal sealed class TextPattern
{
    // Patterns are tried on texts of strangers: without backtracking the time grows with the text only, so no limit is needed.
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private readonly Lazy<Regex> prepared;

    /// <exception cref="ArgumentException">It is no pattern.</exception>
    /// <exception cref="NotSupportedException">It could only be tried with backtracking.</exception>
    public TextPattern(string text)
    {
        Groups = Prepare(text).GetGroupNames();
        prepared = new Lazy<Regex>(() => Prepare(text));
    }

    /// <summary>The whole, which is named "0", and the named parts.</summary>
    public IReadOnlyList<string> Groups { get; }

    public Match Match(string text) => prepared.Value.Match(text);

    public bool IsMatch(ReadOnlySpan<char> text) => prepared.Value.IsMatch(text);

    private static Regex Prepare(string text) => new(text, Options, Regex.InfiniteMatchTimeout);
}
