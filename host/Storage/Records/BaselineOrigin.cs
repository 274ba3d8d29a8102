namespace EmulationPlatform.Storage.Records;

/// <summary>What the amounts of a base year were taken from.</summary>
public enum BaselineOrigin
{
    /// <summary>Monthly bills or a list of monthly amounts.</summary>
    Months,

    /// <summary>One total for the year; the months are equal shares of it ("gốc phẳng").</summary>
    Total,

    /// <summary>Readings stored here.</summary>
    Readings,
}
