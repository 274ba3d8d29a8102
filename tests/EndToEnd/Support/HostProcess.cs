using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace EmulationPlatform.EndToEnd.Support;

/// <summary>The real host in a process of its own.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(30);

    private readonly StringBuilder log = new();
    private readonly Process process;
    private bool disposed;

    private HostProcess(HostSetup setup)
    {
        Setup = setup;
        process = new Process
        {
            StartInfo = new ProcessStartInfo("dotnet", setup.Arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = setup.DataFolder },
        };
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
    }

    public HostSetup Setup { get; }

    /// <summary>Everything it wrote so far.</summary>
    public string Log
    {
        get
        {
            lock (log)
            {
                return log.ToString();
            }
        }
    }

    /// <summary>Resident memory of the process, in MB of 1,048,576 bytes.</summary>
    public double ResidentMegabytes
    {
        get
        {
            var line = File.ReadLines($"/proc/{process.Id}/status").First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
            return long.Parse(line.Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1], NumberStyles.None, CultureInfo.InvariantCulture) / 1024.0;
        }
    }

    /// <summary>Starts it and waits until it is ready, its MQTT endpoint too.</summary>
    public static async Task<HostProcess> StartAsync(HostSetup setup)
    {
        var host = Launch(setup);
        using var api = new Api(setup);
        try
        {
            await Eventually.TrueAsync(
                () => host.process.HasExited ? throw new InvalidOperationException("The host ended.") : IsReadyAsync(api), "the host is ready");
            return host;
        }
        catch (Exception e) when (e is TimeoutException or InvalidOperationException)
        {
            var text = host.Log;
            await host.DisposeAsync();
            throw new InvalidOperationException($"{e.Message} It wrote:{Environment.NewLine}{text}", e);
        }
    }

    /// <summary>Starts it without waiting.</summary>
    public static HostProcess Launch(HostSetup setup)
    {
        var host = new HostProcess(setup);
        host.process.Start();
        host.process.BeginOutputReadLine();
        host.process.BeginErrorReadLine();
        return host;
    }

    public Task<HostProcess> StartAgainAsync() => StartAsync(Setup);

    /// <summary>Asks it to stop and waits for that.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> StopAsync(int signal = Signals.Terminate)
    {
        Signals.Send(process.Id, signal);
        return await EndAsync();
    }

    /// <summary>Waits until it has ended by itself.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> EndAsync()
    {
        using var limit = new CancellationTokenSource(LongestStop);
        await process.WaitForExitAsync(limit.Token);
        return process.ExitCode;
    }

    /// <summary>SIGKILL: nothing it has not written by now is ever written.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await EndAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (disposed)
        {
            return;
        }

        disposed = true;
        if (!process.HasExited)
        {
            await KillAsync();
        }

        process.Dispose();
    }

    private static async Task<bool> IsReadyAsync(Api api)
    {
        try
        {
            using var answer = await api.SendAsync(HttpMethod.Get, "/health/ready");
            var health = await Api.JsonOfAsync(answer);
            return answer.IsSuccessStatusCode && health["plugins"]!.AsArray().Where(plugin => (string?)plugin!["id"] == "mqtt").All(plugin => plugin!["health"]?["ready"]?.GetValue<bool>() == true);
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private void Keep(string? line)
    {
        lock (log)
        {
            log.AppendLine(line);
        }
    }
}
