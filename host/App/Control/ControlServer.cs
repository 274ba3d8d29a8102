using System.Net.Sockets;
using System.Text.Json;

namespace EmulationPlatform.App.Control;

/// <summary>
/// Takes commands from other processes of the same user over a socket in the data folder. The database has one writer, this
/// process; a second one on the same file is what SQLite before 3.51.3 must not have.
/// </summary>
internal sealed class ControlServer(ControlDesk desk, HostOptions options, ILogger<ControlServer> logger) : BackgroundService
{
    /// <summary>For the command to be said.</summary>
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
                var caller = await listener.AcceptAsync(stoppingToken);
                _ = AnswerAsync(caller, stoppingToken);
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
            await using var stream = new NetworkStream(caller, ownsSocket: true);
            using var reader = new StreamReader(stream, leaveOpen: true);
            await using var writer = new StreamWriter(stream, leaveOpen: true) { AutoFlush = true };
            var call = JsonSerializer.Deserialize<ControlCall>(await reader.ReadLineAsync(limit.Token) ?? "null");

            // A command may take minutes; a caller who goes away ends it with the next word on how far it is.
            limit.CancelAfter(Timeout.InfiniteTimeSpan);
            var answer = call is null
                ? new ControlAnswer(false, "An empty command.")
                : await desk.DoAsync(call, progress => Say(writer, new ControlAnswer(false, "") { Progress = progress }), limit.Token);
            Say(writer, answer);
        }
        catch (Exception e) when (e is IOException or JsonException or OperationCanceledException)
        {
            logger.CommandFailed(e.Message, e);
        }
    }

    private static void Say(StreamWriter writer, ControlAnswer answer)
    {
        lock (writer)
        {
            writer.WriteLine(JsonSerializer.Serialize(answer));
        }
    }
}
