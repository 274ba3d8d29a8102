namespace EmulationPlatform.Units.Facilities;

/// <summary>How a meter is, worst first as a list shows it.</summary>
public enum MeterState
{
    /// <summary>A watch has raised something that nobody has acknowledged.</summary>
    Alarm,

    /// <summary>Something about its readings waits for a person.</summary>
    Open,

    /// <summary>Silent for longer than it usually is.</summary>
    Silent,

    /// <summary>Nobody has said which unit it counts for.</summary>
    Unassigned,

    /// <summary>No reading has come yet.</summary>
    Waiting,

    /// <summary>In order.</summary>
    Live,
}
