using EmulationPlatform.Metering;

namespace EmulationPlatform.Storage.Tables;

/// <summary>Hours from one (included) to another (excluded), and the whole days among them.</summary>
internal readonly record struct BlockRange(Hour From, Hour To)
{
    private long FirstDay => HourBlock.From(From);

    private long LastDay => HourBlock.Of(To);

    public bool HasDays => FirstDay < LastDay;

    public bool IsWholeDays => HasDays && HourBlock.Start(FirstDay) == From && HourBlock.Start(LastDay) == To;

    /// <summary>$1 source, $2 and $3 the hours, $4 and $5 the whole days, $6 and $7 their hours.</summary>
    public object?[] Arguments(int source) =>
        [source, From.Index, To.Index, FirstDay, LastDay, HourBlock.Start(FirstDay).Index, HourBlock.Start(LastDay).Index];
}
