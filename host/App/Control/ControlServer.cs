using System.Net.Sockets;
using System.Text.Json;

namespace EmulationPlatform.App.Control;

/// <summary>
/// Takes commands from other processes of the same user over a socket in the data folder. The database has one writer, this
/// process; a second one on the same file is what SQLite before 3.51.3 must not have.
/// </summary>
internal sealed class ControlServer(ControlDesk desk, HostOptions options, ILogger<ControlServer> logger) : BackgroundService
{
    private static readonly TimeSpan LongestCall = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var path = ControlAddress.PathOf(options.DataFolder);
        File.Delete(path);
        using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(path));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        listener.Listen();
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                using var caller = await listener.AcceptAsync(stoppingToken);
                await AnswerAsync(caller, stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            File.Delete(path);
        }
    }

    private async Task AnswerAsync(Socket caller, CancellationToken stoppingToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        limit.CancelAfter(LongestCall);
        try
        {
            await using var stream = new NetworkStream(caller);
            using var reader = new StreamReader(stream, leaveOpen: true);
            await using var writer = new StreamWriter(stream, leaveOpen: true);
            var call = JsonSerializer.Deserialize<ControlCall>(await reader.ReadLineAsync(limit.Token) ?? "null");
            var answer = call is null ? new ControlAnswer(false, "An empty command.") : await desk.DoAsync(call, limit.Token);
            await writer.WriteLineAsync(JsonSerializer.Serialize(answer).AsMemory(), limit.Token);
        }
        catch (Exception e) when (e is IOException or JsonException or OperationCanceledException)
        {
            logger.CommandFailed(e.Message, e);
        }
    }
}
