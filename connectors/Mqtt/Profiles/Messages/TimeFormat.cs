namespace EmulationPlatform.Connectors.Mqtt.Profiles;

/// <summary>How a message writes a moment.</summary>
/// <param name="Pattern">One of the three words, or a pattern of <c>yyyy yy MM dd HH mm ss f</c> and other characters as they are.</param>
internal sealed record TimeFormat(string Pattern)
{
    public const string IsoWord = "iso";
    public const string UnixWord = "unix";
    public const string UnixMillisecondsWord = "unixMs";

    public static TimeFormat Iso { get; } = new(IsoWord);

    /// <summary>Null when a moment could not be told from such a pattern.</summary>
    public static TimeFormat? From(string pattern)
    {
        if (pattern is IsoWord or UnixWord or UnixMillisecondsWord)
        {
            return new TimeFormat(pattern);
        }

        var complete = pattern.Contains("yy", StringComparison.Ordinal) && pattern.Contains("MM", StringComparison.Ordinal)
            && pattern.Contains("dd", StringComparison.Ordinal) && pattern.Contains("HH", StringComparison.Ordinal)
            && pattern.Contains("mm", StringComparison.Ordinal);
        return complete ? new TimeFormat(pattern) : null;
    }
}
