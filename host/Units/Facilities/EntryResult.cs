using EmulationPlatform.Sdk;

namespace EmulationPlatform.Units.Facilities;

/// <summary>What became of something a person entered: done with its number, or refused with what is wrong.</summary>
/// <param name="No">Number of the event; 0 when it made none.</param>
/// <param name="Field">Field that is wrong; null when done.</param>
/// <param name="Problem">What is wrong and what to do; null when done.</param>
public sealed record EntryResult(long No, string? Field, LocalizedText? Problem)
{
    public bool IsDone => Problem is null;

    internal static EntryResult Done(long no) => new(no, null, null);

    internal static EntryResult Refused(string field, string vi, string en) => new(0, field, new LocalizedText(vi, en));
}
