using EmulationPlatform.Load.HostProcess;

namespace EmulationPlatform.Load.History;

/// <summary>Builds an installation with a history and one without, and measures both in turns.</summary>
internal sealed class HistoryRun(HistoryOptions options, string folder, TimeProvider clock)
{
    private const int CallsPerRound = 5;
    private const double GreatestRate = 900_000;

    private long rows;
    private double importSeconds;

    public async Task<HistoryResult> RunAsync(CancellationToken cancellationToken)
    {
        var hostPath = HostPath.Find(options.HostPath);
        var most = (long)(GreatestRate * (options.Rounds + 1) * (options.Seconds + 2) / Math.Min(options.Meters, HistoryOptions.Clients));
        var (emptyMeters, meters) = (new HistoryMeters(options, most, clock), new HistoryMeters(options, most, clock));
        await using var empty = new HistoryHost(hostPath, NewFolder("empty"), emptyMeters, clock);
        await using var full = new HistoryHost(hostPath, Folder("full"), meters, clock);
        await PrepareAsync(empty, new HistoryFiles(emptyMeters, folder), full, new HistoryFiles(meters, folder), cancellationToken);
        var (peak, log) = (full.PeakResidentKilobytes, full.LargestLogBytes);

        var restart = await InTurnsAsync("restart after a kill, until ready", "ms", false, 1, (host, token) => host.RestartAsync(token), empty, full, cancellationToken);
        var figures = new List<HistoryFigure>();
        foreach (var (name, path) in await PathsAsync(full, cancellationToken))
        {
            figures.Add(await InTurnsAsync($"{name} (`{path.Split('?')[0]}`)", "ms", false, CallsPerRound, (host, token) => host.GetAsync(path, token), empty, full, cancellationToken));
        }

        if (options.Reuse is null)
        {
            figures.Add(await IngestAsync(empty, full, cancellationToken));
        }

        await empty.StopAsync(cancellationToken);
        var began = clock.GetTimestamp();
        var verified = options.Verify ? await full.VerifyAsync(cancellationToken) : null;
        var verifySeconds = clock.GetElapsedTime(began).TotalSeconds;
        await full.StopAsync(cancellationToken);
        return new HistoryResult(
            options, rows, importSeconds, new FileInfo(full.DatabaseFile).Length, log, peak, figures, restart, verified, verifySeconds);
    }

    /// <summary>The same meters in both: one has their history, the other one reading each.</summary>
    private async Task PrepareAsync(HistoryHost empty, HistoryFiles emptyFiles, HistoryHost full, HistoryFiles files, CancellationToken cancellationToken)
    {
        await empty.CreateAsync(emptyFiles, cancellationToken);
        await empty.ImportAsync(emptyFiles.Readings(Enumerable.Range(0, options.Meters), empty.Sources, lastOnly: true).File, cancellationToken);
        await (options.Reuse is null ? FillAsync(full, files, cancellationToken) : full.OpenAsync(cancellationToken));
    }

    /// <summary>Last of all, since both grow with it.</summary>
    private Task<HistoryFigure> IngestAsync(HistoryHost empty, HistoryHost full, CancellationToken cancellationToken) => InTurnsAsync(
        FormattableString.Invariant($"live readings over MQTT, {HistoryOptions.Clients} × {HistoryOptions.InFlight}"), "/s", true, 1,
        (host, token) => host.IngestAsync(TimeSpan.FromSeconds(options.Seconds), token), empty, full, cancellationToken);

    /// <summary>One file per unit, as an old system would export it.</summary>
    private async Task FillAsync(HistoryHost host, HistoryFiles files, CancellationToken cancellationToken)
    {
        await host.CreateAsync(files, cancellationToken);
        for (var unit = 0; unit < HistoryOptions.Units; unit++)
        {
            var own = Enumerable.Range(0, options.Meters).Where(meter => meter % HistoryOptions.Units == unit).ToList();
            if (own.Count == 0)
            {
                continue;
            }

            var (file, count) = files.Readings(own, host.Sources, lastOnly: false);
            var began = clock.GetTimestamp();
            await host.ImportAsync(file, cancellationToken);
            var seconds = clock.GetElapsedTime(began).TotalSeconds;
            (rows, importSeconds) = (rows + count, importSeconds + seconds);
            await Console.Error.WriteLineAsync(FormattableString.Invariant(
                $"unit {unit + 1}: {count:N0} readings in {seconds:0.0} s, {count / seconds:N0}/s; resident at most {host.PeakResidentKilobytes / 1_024} MiB, log at most {host.LargestLogBytes / 1_048_576} MiB"));
        }
    }

    /// <summary>What people open most; older hosts have fewer of the calls.</summary>
    private async Task<List<(string Name, string Path)>> PathsAsync(HistoryHost host, CancellationToken cancellationToken)
    {
        var year = clock.GetUtcNow().ToOffset(TimeSpan.FromHours(7)).Year;
        var unit = HistoryMeters.UnitOf(0);
        var source = Uri.EscapeDataString(host.Sources.Values.Order(StringComparer.Ordinal).First());
        var range = FormattableString.Invariant($"from={year - 1}-01-01T00:00:00%2B07:00&to={year}-01-01T00:00:00%2B07:00");
        (string Name, string Path)[] wanted =
        [
            ("list of meters, API", "/api/v1/meters"),
            ("list of sources, API", "/api/v1/sources"),
            ("page of work to do", "/facilities"),
            ("page of meters", "/facilities?tab=meters"),
            ("page of sources", "/sources"),
            ("a unit's page with its year", $"/units/{unit}"),
            ("a unit's year by month", $"/api/v1/usage?unit={unit}&metric=electricity&per=month&{range}"),
            ("a meter's year by month", $"/api/v1/sources/{source}/consumption?per=month&{range}"),
        ];
        var there = new List<(string, string)>();
        foreach (var call in wanted)
        {
            if (await host.HasAsync(call.Path, cancellationToken))
            {
                there.Add(call);
            }
        }

        return there;
    }

    /// <summary>Both installations take turns, so that a disturbance of the machine does not hit only one of them. One round before is not counted.</summary>
    private async Task<HistoryFigure> InTurnsAsync(
        string name, string measure, bool moreIsBetter, int times, Func<HistoryHost, CancellationToken, Task<double>> measureOnce, HistoryHost empty, HistoryHost full,
        CancellationToken cancellationToken)
    {
        var (without, with) = (new List<double>(), new List<double>());
        for (var turn = 0; turn <= options.Rounds * times; turn++)
        {
            without.Add(await measureOnce(empty, cancellationToken));
            with.Add(await measureOnce(full, cancellationToken));
        }

        var figure = new HistoryFigure(name, measure, moreIsBetter, without[1..], with[1..]);
        await Console.Error.WriteLineAsync(FormattableString.Invariant($"{name}: {figure.EmptyMedian:0.0} / {figure.HistoryMedian:0.0} {measure}, {figure.Ratio:0.00}"));
        return figure;
    }

    private string NewFolder(string name)
    {
        if (Directory.Exists(Path.Combine(folder, name)))
        {
            Directory.Delete(Path.Combine(folder, name), recursive: true);
        }

        return Folder(name);
    }

    private string Folder(string name) => Directory.CreateDirectory(Path.Combine(folder, name)).FullName;
}
