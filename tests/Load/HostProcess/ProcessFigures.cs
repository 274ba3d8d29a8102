using System.Globalization;

namespace EmulationPlatform.Load.HostProcess;

/// <summary>What Linux knows of a process (proc(5)).</summary>
/// <param name="CpuTime">User and system time since its start.</param>
/// <param name="PeakResidentKilobytes">VmHWM.</param>
/// <param name="ResidentKilobytes">VmRSS.</param>
internal readonly record struct ProcessFigures(TimeSpan CpuTime, long PeakResidentKilobytes, long ResidentKilobytes)
{
    private const int UserTimeField = 11;
    private const int SystemTimeField = 12;
    private const double TicksPerSecond = 100;

    /// <returns>Zeros when the process has gone.</returns>
    public static ProcessFigures Of(int process)
    {
        try
        {
            var stat = File.ReadAllText(Invariant($"/proc/{process}/stat"));
            var status = File.ReadAllLines(Invariant($"/proc/{process}/status"));

            // The name in brackets may hold spaces; the fields are counted from behind it.
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            var ticks = Number(fields[UserTimeField]) + Number(fields[SystemTimeField]);
            return new(TimeSpan.FromSeconds(ticks / TicksPerSecond), Kilobytes(status, "VmHWM:"), Kilobytes(status, "VmRSS:"));
        }
        catch (IOException)
        {
            return default;
        }
    }

    private static long Kilobytes(string[] status, string name) =>
        status.FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal)) is { } line
            ? Number(line[name.Length..].Replace("kB", "", StringComparison.Ordinal))
            : 0;

    private static long Number(string text) => long.Parse(text, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture);

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
