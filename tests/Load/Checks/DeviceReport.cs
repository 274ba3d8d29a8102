namespace EmulationPlatform.Load.Checks;

/// <summary>What the database holds of one device.</summary>
/// <param name="Sources">Sources made for its topic; must be one.</param>
/// <param name="Lost">Acknowledged and not there.</param>
/// <param name="Doubled">There more than once, under several sources.</param>
/// <param name="Wrong">Rows with a time or a value that was never sent.</param>
/// <param name="HoursGap">Between the sum of the hours and last minus first reading, in 10⁻⁶ kWh.</param>
internal sealed record DeviceReport(
    string Topic,
    int Sources = 0,
    long Acknowledged = 0,
    long Stored = 0,
    long Lost = 0,
    long? FirstLost = null,
    long Doubled = 0,
    long Wrong = 0,
    long HoursGap = 0)
{
    public bool IsExact => Sources == 1 && Doubled == 0 && Wrong == 0 && HoursGap == 0;
}
