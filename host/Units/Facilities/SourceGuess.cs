using EmulationPlatform.Sdk;

namespace EmulationPlatform.Units.Facilities;

/// <summary>What an unassigned source may be, from its topic and its values.</summary>
/// <param name="Unit">Unit whose id or name is in the topic; null when none is.</param>
/// <param name="Parent">Id of a source of the same device that counts the whole; null when there is none.</param>
public sealed record SourceGuess(string? Unit, string? Parent, LocalizedText Words)
{
    /// <summary>Id of an assigned source that seems to be the same register on another topic; assigning both would count it twice.</summary>
    public string? Twin { get; init; }
}
