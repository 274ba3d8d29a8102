using System.CommandLine;
using System.Net.Sockets;
using EmulationPlatform.Load;
using EmulationPlatform.Load.Publisher;
using EmulationPlatform.Load.Report;

const int Failed = 1;
const int WrongUsage = 2;

var clock = TimeProvider.System;
var parsed = new CommandLine().Build(RunAsync, clock).Parse(args);
var code = await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(10) });
return parsed.Errors.Count > 0 ? WrongUsage : code;

async Task<int> RunAsync(LoadOptions options, CancellationToken cancellationToken)
{
    var folder = Directory.CreateDirectory(Path.Combine(options.Folder, $"emulation-load-{Guid.NewGuid():N}")).FullName;
    using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
    limit.CancelAfter(options.LongestRun);
    try
    {
        var result = await new LoadRun(options, folder, clock).RunAsync(limit.Token);
        var problems = Verdict.Problems(result);
        await WriteAsync(result, problems);
        return problems.Count == 0 ? 0 : Failed;
    }
    catch (Exception e) when (e is LoadFailedException or MqttRefusedException or TimeoutException or OperationCanceledException or SocketException or HttpRequestException)
    {
        await Console.Error.WriteLineAsync($"The load run failed: {e.Message}");
        return Failed;
    }
    finally
    {
        Directory.Delete(folder, recursive: true);
    }
}

static async Task WriteAsync(LoadResult result, IReadOnlyList<string> problems)
{
    foreach (var line in Table.Lines(result))
    {
        await Console.Out.WriteLineAsync(line);
    }

    foreach (var problem in problems)
    {
        await Console.Out.WriteLineAsync($"FAILED: {problem}");
    }

    await Console.Out.WriteLineAsync(JsonLine.Of(result, problems));
}
