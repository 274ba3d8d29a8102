using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace EmulationPlatform.Load.Limits;

/// <summary>The bare server as a child process, so that it has a process, a heap and a JIT of its own like the host.</summary>
internal sealed class BareProcess : IAsyncDisposable
{
    public const string Command = "bare-server";

    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(10);

    private readonly Process process;

    private BareProcess(Process process, int port)
    {
        this.process = process;
        Address = new IPEndPoint(IPAddress.Loopback, port);
    }

    public IPEndPoint Address { get; }

    public int Id => process.Id;

    /// <param name="database">Existing database with the table of readings.</param>
    /// <param name="environment">Runtime settings to give it: those of the host.</param>
    public static async Task<BareProcess> StartAsync(
        string database, int port, IReadOnlyDictionary<string, string> environment, TimeProvider clock, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) is "dotnet")
        {
            start.ArgumentList.Add(typeof(BareProcess).Assembly.Location);
        }

        string[] arguments = [Command, "--database", database, "--port", port.ToString(CultureInfo.InvariantCulture)];
        Array.ForEach(arguments, start.ArgumentList.Add);
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var bare = new BareProcess(Process.Start(start)!, port);
        await bare.process.StandardOutput.ReadLineAsync(cancellationToken).AsTask().WaitAsync(LongestStart, clock, cancellationToken);
        return bare;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.StandardInput.Close();
            using var limit = new CancellationTokenSource(LongestStop);
            try
            {
                await process.WaitForExitAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                process.Kill();
            }
        }

        process.Dispose();
    }
}
