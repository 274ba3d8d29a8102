using System.Diagnostics;

namespace EmulationPlatform.Load.HostProcess;

/// <summary>The host's command line.</summary>
/// <param name="assembly">EmulationPlatform.App.dll.</param>
/// <param name="data">The installation's data folder.</param>
internal sealed class HostCommand(string assembly, string data, TimeProvider clock)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    public ProcessStartInfo StartInfo(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in (IEnumerable<string>)[assembly, .. arguments, "--data", data])
        {
            start.ArgumentList.Add(argument);
        }

        return start;
    }

    /// <summary>Runs a command that prints one thing.</summary>
    /// <exception cref="LoadFailedException">It failed.</exception>
    /// <exception cref="TimeoutException">It took longer than a minute.</exception>
    public Task<string> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken) => RunAsync(arguments, Longest, cancellationToken);

    /// <summary>Runs a command that prints one thing and may take longer.</summary>
    public async Task<string> RunAsync(IReadOnlyList<string> arguments, TimeSpan longest, CancellationToken cancellationToken)
    {
        using var process = Process.Start(StartInfo(arguments))!;
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken).WaitAsync(longest, clock, cancellationToken);
            return process.ExitCode == 0
                ? (await output).Trim()
                : throw new LoadFailedException($"The host's command '{string.Join(' ', arguments)}' ended with {process.ExitCode}: {await errors}");
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill();
            }
        }
    }
}
