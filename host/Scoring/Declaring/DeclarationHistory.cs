using EmulationPlatform.Sdk;

namespace EmulationPlatform.Scoring.Declaring;

/// <summary>What is left of a line of entries at a moment.</summary>
internal sealed record DeclarationHistory
{
    private static readonly DeclarationHistory Empty = new();

    /// <summary>Newest value said, with the time that counts for it; null when none is, or it was withdrawn.</summary>
    public Declaration? Said { get; private init; }

    /// <summary>Newest verification, with what it confirms filled in. It stays when the unit says something newer.</summary>
    public Declaration? Verified { get; private init; }

    /// <summary>The return that waits to be answered.</summary>
    public Declaration? Returned { get; private init; }

    /// <summary>The newest word, which took back what was said.</summary>
    public Declaration? Withdrawn { get; private init; }

    /// <summary>Nothing was said since the verification.</summary>
    public bool IsVerified { get; private init; }

    /// <summary>The entry whose value counts.</summary>
    public Declaration? Counting => Returned is not null ? null : IsVerified ? Verified : Said;

    public DataState State => IsVerified ? DataState.Verified : DataState.SelfDeclared;

    public IReadOnlyList<string> Inputs =>
        [.. new[] { Said, IsVerified ? Verified : null, Returned, Withdrawn }.OfType<Declaration>().Select(entry => entry.Id)];

    /// <summary>The time of the newest entry as it was written, before an earlier one is kept for it.</summary>
    private Instant? WrittenCameAt { get; init; }

    public static DeclarationHistory Of(IEnumerable<Declaration> entries, DeclarationClock clock) =>
        InOrder(entries, clock).Aggregate(Empty, (history, entry) => history.With(entry, clock));

    public static IEnumerable<Declaration> InOrder(IEnumerable<Declaration> entries, DeclarationClock clock) =>
        entries.Where(entry => entry.At <= clock.AsOf).OrderBy(entry => entry.At).ThenBy(entry => entry.No);

    private DeclarationHistory With(Declaration entry, DeclarationClock clock) => entry.Kind switch
    {
        DeclarationKind.Declared => this with
        {
            Said = entry with { CameAt = TimeThatCounts(entry, clock) }, WrittenCameAt = entry.CameAt, Returned = null, Withdrawn = null, IsVerified = false,
        },

        // Two pairs of eyes: nobody verifies what they said themselves. And where nothing was said there is nothing to verify.
        DeclarationKind.Verified when Said is not null && Said.Author != entry.Author => this with { Verified = Merged(Said, entry), Returned = null, IsVerified = true },
        DeclarationKind.Returned when Said is not null => this with { Returned = entry, IsVerified = false },
        DeclarationKind.Withdrawn when this != Empty => Empty with { Withdrawn = entry },
        _ => this,
    };

    /// <summary>What was returned and reworked soon keeps the time at which it first came.</summary>
    private Instant? TimeThatCounts(Declaration entry, DeclarationClock clock)
    {
        if (entry.CameAt is not { } cameAt || Returned is null || Said?.CameAt is not { } first)
        {
            return entry.CameAt;
        }

        // A time from before the return says nothing about the rework.
        var reworkedAt = cameAt > Returned.At ? cameAt : entry.At;
        return clock.IsInRework(Returned.At, reworkedAt) ? first : reworkedAt;
    }

    private Declaration Merged(Declaration said, Declaration verified) => verified with
    {
        Value = verified.Value ?? said.Value,
        Whole = verified.Whole ?? said.Whole,
        BaseYear = verified.BaseYear ?? said.BaseYear,
        EvidenceOn = verified.EvidenceOn ?? said.EvidenceOn,
        CameAt = verified.CameAt is null || verified.CameAt == WrittenCameAt ? said.CameAt : verified.CameAt,
    };
}
