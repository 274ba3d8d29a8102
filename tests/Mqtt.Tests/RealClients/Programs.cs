using System.Diagnostics;
using EmulationPlatform.Mqtt.Tests.Support;

namespace EmulationPlatform.Mqtt.Tests.RealClients;

/// <summary>Runs real client programs.</summary>
internal static class Programs
{
    /// <returns>What it wrote and its exit code if that is not 0; empty when all went well.</returns>
    public static async Task<string> RunAsync(string program, string input, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} does not start.");
        using var limit = new CancellationTokenSource(Eventually.Limit);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var errors = process.StandardError.ReadToEndAsync(limit.Token);
            await process.StandardInput.WriteAsync(input);
            process.StandardInput.Close();
            await process.WaitForExitAsync(limit.Token);
            return $"{await output}{await errors}{(process.ExitCode == 0 ? "" : $"exit code {process.ExitCode}")}";
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            return $"{program} did not end within {Eventually.Limit.TotalSeconds} s";
        }
    }
}
