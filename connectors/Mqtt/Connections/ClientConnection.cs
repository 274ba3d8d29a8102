using System.Buffers;
using System.IO.Pipelines;
using System.Net.Sockets;
using EmulationPlatform.Connectors.Mqtt.Protocol;
using EmulationPlatform.Connectors.Mqtt.Sessions;
using EmulationPlatform.Sdk;
using Microsoft.AspNetCore.Connections;

namespace EmulationPlatform.Connectors.Mqtt.Connections;

/// <summary>One network connection from its first byte to its end.</summary>
internal sealed class ClientConnection : IDisposable
{
    private readonly EndpointParts parts;
    private readonly ConnectionContext transport;
    private readonly ResponseLine responses;
    private readonly ConnectionWatch watch;
    private readonly CancellationTokenSource stopping = new();
    private readonly TaskCompletionSource socketClosed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenRegistration socketWatch;
    private CloseCause? cause;
    private Client? client;
    private Publishing? publishing;
    private PacketHandler? handler;

    public ClientConnection(EndpointParts parts, ConnectionContext transport)
    {
        this.parts = parts;
        this.transport = transport;
        var limits = new ResponseLimits(parts.Options.ReceiveMaximum + 1, 4L * parts.Options.MaxPacketBytes, parts.Figures);
        responses = new ResponseLine(transport.Transport.Output, parts.Clock, limits, Close);
        watch = new ConnectionWatch(parts.Clock, parts.Options);
        socketWatch = transport.ConnectionClosed.UnsafeRegister(static state => ((TaskCompletionSource)state!).TrySetResult(), socketClosed);
    }

    private PipeReader Input => transport.Transport.Input;

    public void Dispose()
    {
        socketWatch.Dispose();
        stopping.Dispose();
    }

    /// <summary>Ends the connection from any thread; the first cause counts.</summary>
    public void Close(CloseCause why)
    {
        if (Interlocked.CompareExchange(ref cause, why, null) is not null)
        {
            return;
        }

        try
        {
            stopping.Cancel();
            Input.CancelPendingRead();
        }
        catch (ObjectDisposedException)
        {
            // The connection came to its end on another thread in this very moment.
        }
    }

    /// <summary>Called about once a second: time limits.</summary>
    public void Tick()
    {
        if (watch.Check(client, responses.UnreadFor) is not { } late)
        {
            return;
        }

        Close(late.Cause);
        if (late.Abort)
        {
            transport.Abort(new ConnectionAbortedException(late.Cause.Reason));
        }
    }

    public async Task RunAsync()
    {
        var claim = new SessionClaim(() =>
        {
            parts.Figures.TakenOver();
            Close(CloseCause.TakenOver);
        });
        try
        {
            await ServeAsync(claim);
            await SayGoodbyeAsync(cause!);
        }
        finally
        {
            // Whatever happened, the client must be able to come back to its session.
            Close(CloseCause.ConnectionLost);
            await LeaveSessionAsync();
        }

        await socketClosed.Task;
    }

    private async Task ServeAsync(SessionClaim claim)
    {
        try
        {
            await ReadPacketsAsync(claim);
            Close(CloseCause.ConnectionLost);
        }
        catch (BrokenProtocolException e)
        {
            Close(new CloseCause(e.Code == ReasonCode.NotAuthorized ? CloseKind.NotAllowed : CloseKind.ProtocolViolation, e.Code, e.Message));
        }
        catch (SinkClosedException)
        {
            Close(CloseCause.StorageFailed);
        }
        catch (Exception e) when (IsLoss(e) || e is OperationCanceledException)
        {
            Close(CloseCause.ConnectionLost);
        }
    }

    private async Task ReadPacketsAsync(SessionClaim claim)
    {
        while (cause is null)
        {
            var result = await Input.ReadAsync(CancellationToken.None);
            watch.Heard();
            var buffer = result.Buffer;
            try
            {
                var receivedAt = parts.Now;
                while (cause is null && TryCut(ref buffer, out var frame))
                {
                    await TakeAsync(frame, receivedAt, claim);
                }
            }
            finally
            {
                Input.AdvanceTo(buffer.Start, buffer.End);
            }

            responses.Request();
            if (result.IsCompleted)
            {
                return;
            }
        }
    }

    private bool TryCut(ref ReadOnlySequence<byte> buffer, out PacketFrame frame)
    {
        // [MQTT-3.1.0-1]: the first packet is CONNECT; whoever begins otherwise need not send its end.
        if (handler is null && !buffer.IsEmpty && buffer.FirstSpan[0] != (int)PacketType.Connect << 4)
        {
            BrokenProtocolException.Malformed("the first packet is not CONNECT");
        }

        return PacketFrame.TryRead(ref buffer, handler is null ? parts.Options.MaxPacketBytesBeforeConnect : parts.Options.MaxPacketBytes, out frame);
    }

    private ValueTask TakeAsync(PacketFrame frame, Instant receivedAt, SessionClaim claim)
    {
        if (handler is null || !frame.Body.IsSingleSegment)
        {
            return TakeSlowlyAsync(frame, receivedAt, claim);
        }

        var handled = HandleAsync(frame, frame.Body.First, receivedAt);
        return handled.IsCompletedSuccessfully && responses.HasRoom() ? ValueTask.CompletedTask : WaitAsync(handled);
    }

    /// <summary>Also for packets that lie across two blocks of the pipe: these are read from a copy.</summary>
    private async ValueTask TakeSlowlyAsync(PacketFrame frame, Instant receivedAt, SessionClaim claim)
    {
        var length = (int)frame.Body.Length;
        var copy = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            frame.Body.CopyTo(copy);
            var body = copy.AsMemory(0, length);
            await (handler is null ? ConnectAsync(body, claim) : WaitAsync(HandleAsync(frame, body, receivedAt)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(copy);
        }
    }

    private ValueTask HandleAsync(PacketFrame frame, ReadOnlyMemory<byte> body, Instant receivedAt)
    {
        if (frame.Type == PacketType.Disconnect)
        {
            Close(handler!.Leave(frame, body.Span));
            return ValueTask.CompletedTask;
        }

        return handler!.HandleAsync(frame, body, receivedAt);
    }

    private async ValueTask WaitAsync(ValueTask handled)
    {
        await handled;
        while (cause is null && !responses.HasRoom())
        {
            // Never drop for load: the socket is not read until there is room, and the client's silence is our doing.
            watch.Pause();
            await responses.WaitForRoomAsync(stopping.Token);
            watch.Heard();
        }
    }

    private async ValueTask ConnectAsync(ReadOnlyMemory<byte> body, SessionClaim claim)
    {
        switch (await new Handshake(parts, transport.RemoteEndPoint).AnswerAsync(body, claim, stopping.Token))
        {
            case HandshakeOutcome.Accepted accepted:
                client = accepted.Client;
                Begin(client, accepted.Connack);
                break;
            case HandshakeOutcome.Refused refused:
                CountRefusal(refused.Code);
                parts.Logger.Refused(refused.ClientId, transport.RemoteEndPoint, refused.Code, refused.Reason);
                responses.AddUrgent(refused.Connack);
                Close(new CloseCause(CloseKind.Refused, ReasonCode.Success, refused.Reason));
                break;
            default:
                break;
        }
    }

    private void CountRefusal(ReasonCode code)
    {
        if (code is ReasonCode.MalformedPacket or ReasonCode.ProtocolError)
        {
            parts.Figures.BrokeProtocol();
        }
        else
        {
            parts.Figures.Refused();
        }
    }

    private void Begin(Client accepted, byte[] connack)
    {
        responses.Version = accepted.Version;
        responses.ClientMaximumBytes = accepted.Connect.MaximumPacketBytes;
        responses.OmitProblemInformation = accepted.Connect.OmitProblemInformation;
        publishing = new Publishing(parts, accepted, responses, stopping.Token);
        handler = new PacketHandler(accepted, publishing, responses, (uint)parts.Options.SessionExpiry.TotalSeconds);
        watch.Heard();
        parts.Logger.Connected(accepted.Id, transport.RemoteEndPoint, accepted.Version);
        if (!responses.Fits(connack.Length))
        {
            BrokenProtocolException.Error("the client's maximum packet size leaves no room for CONNACK");
        }

        responses.AddUrgent(connack);
        responses.Request();
    }

    private async Task SayGoodbyeAsync(CloseCause why)
    {
        Report(why);
        if (why.Kind == CloseKind.ShuttingDown)
        {
            await WaitForDiskAsync();
        }

        watch.Closing();
        await responses.FinishAsync(LastPacket(why));
        DiscardInput();
        await transport.Transport.Output.CompleteAsync();
        await Input.CompleteAsync();
    }

    private async Task LeaveSessionAsync()
    {
        if (client is not null)
        {
            await responses.DrainAsync();
            await parts.Sessions.ReleaseAsync(client.Session, cause!.DropsWill ? null : client.Connect.Will);
        }
    }

    private static bool IsLoss(Exception exception) => exception is IOException or SocketException;

    private async Task WaitForDiskAsync()
    {
        using var limit = new CancellationTokenSource(parts.Options.StopTimeout, parts.Clock);
        try
        {
            await responses.DrainAsync().WaitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            // What is not on disk by now is not acknowledged, and the device will send it again.
        }
    }

    private byte[] LastPacket(CloseCause why) =>
        client is { Version: ProtocolVersion.V5 } && why.Code >= ReasonCode.UnspecifiedError
            ? Packets.Disconnect5(why.Code, why.Reason, client.Connect.MaximumPacketBytes)
            : [];

    /// <summary>Unread bytes would make the system reset the connection, and the client would lose our last words.</summary>
    private void DiscardInput()
    {
        try
        {
            for (var bytes = 0L; bytes < parts.Options.MaxPacketBytes && Input.TryRead(out var result);)
            {
                bytes += result.Buffer.Length;
                Input.AdvanceTo(result.Buffer.End);
                if (result.IsCompleted || result.Buffer.IsEmpty)
                {
                    return;
                }
            }
        }
        catch (Exception e) when (IsLoss(e))
        {
            // The client has cut the connection: there is nothing to read and nobody to speak to.
        }
    }

    private void Report(CloseCause why)
    {
        var name = client?.Id ?? "?";
        switch (why.Kind)
        {
            case CloseKind.ProtocolViolation:
                parts.Figures.BrokeProtocol();
                parts.Logger.BrokeProtocol(name, transport.RemoteEndPoint, why.Code, why.Reason);
                break;
            case CloseKind.StorageFailed or CloseKind.TimedOut or CloseKind.TakenOver or CloseKind.NotAllowed:
                parts.Logger.Disconnected(name, transport.RemoteEndPoint, why.Kind.ToString(), why.Reason);
                break;
            default:
                parts.Logger.Gone(name, transport.RemoteEndPoint, why.Kind.ToString(), why.Reason);
                break;
        }
    }
}
