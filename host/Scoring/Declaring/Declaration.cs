using System.Globalization;
using EmulationPlatform.Sdk;

namespace EmulationPlatform.Scoring.Declaring;

/// <summary>One entry about a figure of a unit and period. Entries are only added; what counts follows from all of them.</summary>
/// <param name="No">Counts up in the order of entry.</param>
/// <param name="Unit">Empty: the agency itself.</param>
/// <param name="Figure">Id of the plan's figure.</param>
/// <param name="Period">Its name, such as <c>2026</c> or <c>2026-Q3</c>.</param>
/// <param name="Author">Who entered it.</param>
/// <param name="At">When it was entered.</param>
public sealed record Declaration(long No, string Unit, string Figure, string Period, DeclarationKind Kind, string Author, Instant At)
{
    /// <summary>n of a ratio, a number, 1 for yes, a stage or a mark. A verification without a value confirms what was said.</summary>
    public decimal? Value { get; init; }

    /// <summary>d of a ratio, the base year's amount.</summary>
    public decimal? Whole { get; init; }

    /// <summary>Year of <see cref="Whole"/>, for an amount.</summary>
    public int? BaseYear { get; init; }

    /// <summary>Day of the evidence, for yes or no.</summary>
    public DateOnly? EvidenceOn { get; init; }

    /// <summary>When a report came.</summary>
    public Instant? CameAt { get; init; }

    /// <summary>Who rates; empty for everything but a rating, and for an entry about all ratings.</summary>
    public string Rater { get; init; } = "";

    public string Comment { get; init; } = "";

    /// <summary>Hashes of evidence.</summary>
    public IReadOnlyList<string> Evidence { get; init; } = [];

    /// <summary>As results name it among their inputs.</summary>
    public string Id => "declaration/" + No.ToString(CultureInfo.InvariantCulture);
}
