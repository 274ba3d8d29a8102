namespace EmulationPlatform.Storage.Records;

/// <summary>A number that holds from a day on, until the next one begins (headcount, floor area).</summary>
public sealed record DatedNumber(DateOnly From, decimal Value);
