using System.Diagnostics;

namespace EmulationPlatform.Load.HostProcess;

/// <summary>The host's process, over any number of kills and restarts on the same data and ports.</summary>
internal sealed class RunningHost(HostCommand command, HostAddresses addresses, string databaseFile, TimeProvider clock) : IAsyncDisposable
{
    private const int LinesKept = 60;

    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan ReadyPoll = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan FiguresPoll = TimeSpan.FromMilliseconds(250);

    private readonly HttpClient web = new() { BaseAddress = addresses.Web, Timeout = TimeSpan.FromSeconds(2) };
    private readonly Queue<string> lastLines = new();
    private readonly Lock gate = new();
    private Process? process;
    private TimeSpan cpuOfEnded;
    private TimeSpan lastCpu;

    public HostAddresses Addresses => addresses;

    public long PeakResidentKilobytes { get; private set; }

    public long LargestLogBytes { get; private set; }

    /// <summary>CPU time of all its processes so far. Misses what a killed one used after it was last looked at, at most a quarter second.</summary>
    public TimeSpan CpuTime
    {
        get
        {
            Look();
            return cpuOfEnded + lastCpu;
        }
    }

    /// <summary>It ended without being asked to.</summary>
    public bool HasDied => process is { HasExited: true };

    public long ResidentKilobytes => process is null ? 0 : ProcessFigures.Of(process.Id).ResidentKilobytes;

    public long LogBytes => new FileInfo(databaseFile + "-wal") is { Exists: true } log ? log.Length : 0;

    /// <exception cref="LoadFailedException">It did not become ready within a minute.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        process = Process.Start(command.StartInfo(
            ["serve", "--urls", addresses.Web.GetLeftPart(UriPartial.Authority), "--mqtt", addresses.Mqtt.ToString()]))!;
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();

        var began = clock.GetTimestamp();
        while (!await IsReadyAsync(cancellationToken))
        {
            if (process.HasExited || clock.GetElapsedTime(began) > LongestStart)
            {
                throw new LoadFailedException($"The host did not become ready. Its last lines:{Environment.NewLine}{LastLines()}");
            }

            await Task.Delay(ReadyPoll, clock, cancellationToken);
        }
    }

    /// <summary>SIGKILL, then waits until it is gone.</summary>
    public async Task KillAsync(CancellationToken cancellationToken)
    {
        Look();
        process!.Kill();
        await process.WaitForExitAsync(cancellationToken);
        Forget();
    }

    /// <summary>SIGTERM; SIGKILL when it takes longer than a minute.</summary>
    /// <returns>Whether it went by itself with exit code 0.</returns>
    public async Task<bool> StopAsync(CancellationToken cancellationToken)
    {
        if (process is null)
        {
            return true;
        }

        Look();
        Signals.RequestStop(process.Id);
        try
        {
            await process.WaitForExitAsync(cancellationToken).WaitAsync(LongestStop, clock, cancellationToken);
            return process.ExitCode == 0;
        }
        catch (TimeoutException)
        {
            process.Kill();
            await process.WaitForExitAsync(cancellationToken);
            return false;
        }
        finally
        {
            Forget();
        }
    }

    /// <summary>Watches memory and the write-ahead log until cancelled.</summary>
    public async Task WatchAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(FiguresPoll, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken))
            {
                Look();
            }
        }
        catch (OperationCanceledException)
        {
            // The run is over.
        }
    }

    public string LastLines()
    {
        lock (gate)
        {
            return string.Join(Environment.NewLine, lastLines);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (process is { HasExited: false })
        {
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
        }

        process?.Dispose();
        web.Dispose();
    }

    private async Task<bool> IsReadyAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await web.GetAsync(new Uri("/health/ready", UriKind.Relative), cancellationToken);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    private void Look()
    {
        lock (gate)
        {
            if (process is not null && ProcessFigures.Of(process.Id) is { PeakResidentKilobytes: > 0 } figures)
            {
                lastCpu = figures.CpuTime;
                PeakResidentKilobytes = Math.Max(PeakResidentKilobytes, figures.PeakResidentKilobytes);
            }

            LargestLogBytes = Math.Max(LargestLogBytes, LogBytes);
        }
    }

    private void Forget()
    {
        lock (gate)
        {
            cpuOfEnded += lastCpu;
            lastCpu = default;
            process?.Dispose();
            process = null;
        }
    }

    private void Keep(string? line)
    {
        lock (gate)
        {
            if (line is not null)
            {
                lastLines.Enqueue(line);
                while (lastLines.Count > LinesKept)
                {
                    lastLines.Dequeue();
                }
            }
        }
    }
}
