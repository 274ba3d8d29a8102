namespace EmulationPlatform.App.Demo;

/// <summary>How well a demo unit's base year is known; the board shows each case as it is.</summary>
internal enum DemoBaseline
{
    /// <summary>Twelve bills.</summary>
    Months,

    /// <summary>One yearly total ("gốc phẳng").</summary>
    YearTotal,

    /// <summary>Nothing ("chưa có số liệu gốc").</summary>
    None,
}
