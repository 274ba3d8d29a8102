namespace EmulationPlatform.Web.Parts.Facilities;

/// <summary>One thing that a person can do about an entry of the worklist: say something about the meter, or go to a form of its page.</summary>
/// <param name="Key">Resource key of its button, after <c>Act.</c>; <c>Act.Reason.</c> gives the sentence that it begins with.</param>
/// <param name="Kind">What is said; null for a way to a form.</param>
/// <param name="Href">The form; null when something is said.</param>
public sealed record WorkAct(string Key, SourceEventKind? Kind, Instant At, Instant? Until, decimal? Value, string? Href)
{
    public static WorkAct Say(string key, SourceEventKind kind, Instant at) => new(key, kind, at, null, null, null);

    public static WorkAct Go(string key, string href) => new(key, null, default, null, null, href);
}
