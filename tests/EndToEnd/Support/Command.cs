using System.Diagnostics;

namespace EmulationPlatform.EndToEnd.Support;

/// <summary>Runs programs to their end.</summary>
internal static class Command
{
    /// <summary>The host's own command line.</summary>
    public static Task<CommandResult> HostAsync(params string[] arguments) => RunAsync("dotnet", [Folders.HostAssembly, .. arguments]);

    public static async Task<CommandResult> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        using var limit = new CancellationTokenSource(Eventually.Limit);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var error = process.StandardError.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return new CommandResult(process.ExitCode, await output, await error);
        }
        catch (OperationCanceledException e)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} {string.Join(' ', arguments)} did not end.", e);
        }
    }

    public static async Task<string> CreateKeyAsync(string dataFolder, string role)
    {
        var made = await HostAsync("key", "create", "--name", $"test-{role}", "--role", role, "--data", dataFolder);
        Assert.True(made.ExitCode == 0, made.Error);
        return made.Output.Trim();
    }

    /// <returns>The password.</returns>
    public static async Task<string> AddDeviceUserAsync(string dataFolder, string name, string topics)
    {
        var made = await HostAsync("mqtt-user", "add", name, "--topics", topics, "--data", dataFolder);
        Assert.True(made.ExitCode == 0, made.Error);
        return made.Output.Trim();
    }
}
