using System.Net.Sockets;
using System.Text.Json;
using EmulationPlatform.Storage;
using EmulationPlatform.Storage.Audit;
using EmulationPlatform.Units;
using EmulationPlatform.Units.Access;
using Microsoft.Extensions.Logging.Abstractions;

namespace EmulationPlatform.App.Control;

/// <summary>Gives a command to the host that runs on the data folder, or carries it out when none runs.</summary>
internal static class ControlClient
{
    public static async Task<int> DoAsync(string dataFolder, ControlCall call, CancellationToken cancellationToken)
    {
        using var shown = new ProgressLine(Console.Error);
        var answer = await AskHostAsync(dataFolder, call, shown, cancellationToken) ?? await DoHereAsync(dataFolder, call, shown, cancellationToken);
        shown.Clear();
        if (answer.Warning is { } warning)
        {
            await Console.Error.WriteLineAsync(warning);
        }

        await (answer.Done ? Console.Out : Console.Error).WriteLineAsync(answer.Text);
        return answer.Done ? ExitCodes.Done : ExitCodes.Refused;
    }

    private static async Task<ControlAnswer?> AskHostAsync(string dataFolder, ControlCall call, ProgressLine shown, CancellationToken cancellationToken)
    {
        if (!File.Exists(ControlAddress.PathOf(dataFolder)))
        {
            return null;
        }

        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(ControlAddress.Of(dataFolder), cancellationToken);
        }
        catch (SocketException)
        {
            // A host that was killed leaves its socket behind; nobody listens at it.
            return null;
        }

        await using var stream = new NetworkStream(socket);
        using var reader = new StreamReader(stream, leaveOpen: true);
        await using var writer = new StreamWriter(stream, leaveOpen: true) { AutoFlush = true };
        await writer.WriteLineAsync(JsonSerializer.Serialize(call).AsMemory(), cancellationToken);
        while (await reader.ReadLineAsync(cancellationToken) is { } line && JsonSerializer.Deserialize<ControlAnswer>(line) is { } answer)
        {
            if (answer.Progress is not { } progress)
            {
                return answer;
            }

            shown.Show(progress);
        }

        return new ControlAnswer(false, "The running host gave no answer; look at its log.");
    }

    private static async Task<ControlAnswer> DoHereAsync(string dataFolder, ControlCall call, ProgressLine shown, CancellationToken cancellationToken)
    {
        if (call.Command == ControlDesk.Verify)
        {
            return await HostlessVerify.RunAsync(dataFolder, shown.Show, cancellationToken);
        }

        using var database = Database.Open(new StorageOptions { DataFolder = dataFolder }, NullLogger.Instance);
        var loose = new LooseAgency(database, dataFolder);
        await using var agency = ControlDesk.NeedsAgency(call) ? await loose.StartAsync(cancellationToken) : null;
        var desk = new ControlDesk(new AccessKeys(database, TimeProvider.System), new DeviceUsers(database, TimeProvider.System), database, agency);
        var answer = await desk.DoAsync(call, shown.Show, cancellationToken);
        database.Read(connection => AuditHead.Write(connection, dataFolder));
        return answer;
    }
}
