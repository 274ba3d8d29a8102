namespace EmulationPlatform.Storage.Evidence;

/// <summary>What became of a file that was handed in.</summary>
public abstract record EvidenceOutcome
{
    private EvidenceOutcome()
    {
    }

    /// <param name="Hash">SHA-256 of the content, 64 hexadecimal digits, small letters.</param>
    /// <param name="MediaType">By its first bytes: image/jpeg, image/png, image/webp or application/pdf.</param>
    public sealed record Stored(string Hash, string MediaType, long Bytes) : EvidenceOutcome;

    /// <param name="MostBytes">The largest size taken.</param>
    public sealed record TooLarge(long MostBytes) : EvidenceOutcome;

    /// <summary>Neither JPEG, PNG, WebP nor PDF, whatever its name says.</summary>
    public sealed record NotAllowed : EvidenceOutcome;

    public sealed record Empty : EvidenceOutcome;
}
