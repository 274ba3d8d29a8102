using EmulationPlatform.Sdk;

namespace EmulationPlatform.Units.Facilities;

/// <summary>Something a watch has noticed and that still holds.</summary>
/// <param name="Figure">
/// What was seen: minutes of silence until now, how far a register rose that cannot rise so fast, the least hourly use of a night,
/// a day's use outside office hours, the week's use so far.
/// </param>
/// <param name="Usual">What it is compared with, in the same measure; null when there is nothing.</param>
/// <param name="Measure">Measure of both; <c>min</c> for minutes.</param>
/// <param name="AcknowledgedBy">Who has seen to it; null while nobody has.</param>
public sealed record AlertView(
    string Source, string Title, string? Unit, AlertKind Kind, Instant Since, decimal Figure, decimal? Usual, string Measure, string? AcknowledgedBy, string? Reason);
