using System.Net;
using EmulationPlatform.Connectors.Mqtt.Protocol;
using Microsoft.Extensions.Logging;

namespace EmulationPlatform.Connectors.Mqtt;

internal static partial class Log
{
    [LoggerMessage(3000, LogLevel.Information, "MQTT 3.1.1 and 5.0 at {EndPoint}; {Sessions} sessions go on")]
    public static partial void Listening(this ILogger logger, EndPoint endPoint, int sessions);

    [LoggerMessage(3001, LogLevel.Information, "MQTT at {EndPoint} has ended")]
    public static partial void Stopped(this ILogger logger, EndPoint endPoint);

    [LoggerMessage(3002, LogLevel.Warning, "Client {Client} at {Address} may not connect ({Code}): {Reason}")]
    public static partial void Refused(this ILogger logger, string client, EndPoint? address, ReasonCode code, string reason);

    [LoggerMessage(3003, LogLevel.Warning, "Client {Client} at {Address} broke the protocol ({Code}) and is disconnected: {Reason}")]
    public static partial void BrokeProtocol(this ILogger logger, string client, EndPoint? address, ReasonCode code, string reason);

    [LoggerMessage(3004, LogLevel.Warning, "Client {Client} may not publish to {Topic}; widen the topics of its user if it should")]
    public static partial void TopicNotAllowed(this ILogger logger, string client, string topic);

    [LoggerMessage(3005, LogLevel.Warning, "Client {Client} at {Address} is disconnected ({Kind}): {Reason}")]
    public static partial void Disconnected(this ILogger logger, string client, EndPoint? address, string kind, string reason);

    [LoggerMessage(3006, LogLevel.Debug, "Client {Client} at {Address} has gone ({Kind}): {Reason}")]
    public static partial void Gone(this ILogger logger, string client, EndPoint? address, string kind, string reason);

    [LoggerMessage(3007, LogLevel.Warning, "Connection from {Address} is turned away: {Reason}")]
    public static partial void TurnedAway(this ILogger logger, EndPoint? address, string reason);

    [LoggerMessage(3008, LogLevel.Error, "Reading a message of topic {Topic} failed; it is kept in quarantine, please report this")]
    public static partial void InterpretationFailed(this ILogger logger, Exception exception, string topic);

    [LoggerMessage(3009, LogLevel.Warning, "Session state is not stored: {Reason}")]
    public static partial void SessionNotStored(this ILogger logger, string reason);

    [LoggerMessage(3010, LogLevel.Warning, "The will for topic {Topic} is not stored: {Reason}")]
    public static partial void WillNotStored(this ILogger logger, string topic, string reason);

    [LoggerMessage(3011, LogLevel.Debug, "Client {Client} at {Address} is connected with MQTT {Version}")]
    public static partial void Connected(this ILogger logger, string client, EndPoint? address, ProtocolVersion version);

    [LoggerMessage(3012, LogLevel.Error, "Connection from {Address} ended by a fault of ours; please report this")]
    public static partial void ConnectionFailed(this ILogger logger, Exception exception, EndPoint? address);

    [LoggerMessage(3013, LogLevel.Error, "Looking after sessions failed; it is tried again")]
    public static partial void SweepFailed(this ILogger logger, Exception exception);
}
