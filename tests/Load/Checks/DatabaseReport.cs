namespace EmulationPlatform.Load.Checks;

/// <summary>What the check of the whole database gave.</summary>
/// <param name="Conflicts">Rows in the table of conflicts; the load never contradicts itself.</param>
/// <param name="Quarantined">Rows in quarantine; the load sends nothing that belongs there.</param>
/// <param name="Integrity">Answer of SQLite's quick_check: "ok".</param>
internal sealed record DatabaseReport(IReadOnlyList<DeviceReport> Devices, int Conflicts, int Quarantined, string Integrity)
{
    private const int MostListed = 20;

    public long Acknowledged => Devices.Sum(static device => device.Acknowledged);

    public long Stored => Devices.Sum(static device => device.Stored);

    public long Lost => Devices.Sum(static device => device.Lost);

    public long Doubled => Devices.Sum(static device => device.Doubled);

    public long Wrong => Devices.Sum(static device => device.Wrong);

    public int DevicesWithHoursGap => Devices.Count(static device => device.HoursGap != 0);

    /// <param name="mayLose">QoS 0 promises nothing.</param>
    public IReadOnlyList<string> Problems(bool mayLose)
    {
        var wrongDevices = Devices.Where(device => !device.IsExact || (device.Lost > 0 && !mayLose)).ToList();
        var problems = wrongDevices.Take(MostListed).Select(static device => FormattableString.Invariant(
            $"{device.Topic}: {device.Sources} sources, {device.Acknowledged} acknowledged, {device.Stored} stored, {device.Lost} lost (first: message {device.FirstLost}), {device.Doubled} doubled, {device.Wrong} never sent, hours off by {device.HoursGap} micro-kWh")).ToList();
        if (wrongDevices.Count > MostListed)
        {
            problems.Add(FormattableString.Invariant($"… and {wrongDevices.Count - MostListed} more devices"));
        }

        Add(problems, Conflicts > 0, FormattableString.Invariant($"{Conflicts} readings in conflict"));
        Add(problems, Quarantined > 0, FormattableString.Invariant($"{Quarantined} messages in quarantine"));
        Add(problems, Integrity != "ok", $"SQLite finds the database damaged: {Integrity}");
        return problems;
    }

    private static void Add(List<string> problems, bool isProblem, string text)
    {
        if (isProblem)
        {
            problems.Add(text);
        }
    }
}
