namespace EmulationPlatform.Scoring.Plans;

/// <summary>A document on which the plan rests.</summary>
/// <param name="Date">Null when the plan does not say.</param>
/// <param name="From">First day in force; null when not known.</param>
/// <param name="Until">Last day in force; null while it holds.</param>
public sealed record LegalBasis(string Id, string Number, DateOnly? Date, string Issuer, DateOnly? From, DateOnly? Until, Citation Citation);
