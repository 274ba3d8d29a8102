using System.Buffers.Binary;
using System.Globalization;
using EmulationPlatform.Sdk;

namespace EmulationPlatform.Connectors.Mqtt.Sessions;

/// <summary>How sessions lie in the connector's durable state.</summary>
internal static class SessionRecord
{
    public const string SessionPrefix = "session/";
    public const string Qos2Prefix = "qos2/";
    private const byte Format = 1;
    private const int Bytes = 21;
    private const long StillConnected = long.MinValue;

    public static StateChange Put(Session session)
    {
        var value = new byte[Bytes];
        value[0] = Format;
        BinaryPrimitives.WriteUInt64BigEndian(value.AsSpan(1), session.Generation);
        BinaryPrimitives.WriteUInt32BigEndian(value.AsSpan(9), session.ExpirySeconds);
        BinaryPrimitives.WriteInt64BigEndian(value.AsSpan(13), session.DisconnectedAt?.UnixMilliseconds ?? StillConnected);
        return new StateChange(SessionPrefix + session.ClientId, value);
    }

    public static StateChange PutIdentifier(Session session, ushort packetId)
    {
        var value = new byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64BigEndian(value, session.Generation);
        return new StateChange(IdentifierKey(session.ClientId, packetId), value);
    }

    public static StateChange RemoveIdentifier(Session session, ushort packetId) =>
        new(IdentifierKey(session.ClientId, packetId), Value: null);

    /// <summary>Everything that is on disk of the session.</summary>
    public static IEnumerable<StateChange> Remove(Session session)
    {
        yield return new StateChange(SessionPrefix + session.ClientId, Value: null);
        foreach (var packetId in session.Identifiers())
        {
            yield return RemoveIdentifier(session, packetId);
        }
    }

    public static Session? ReadSession(string key, byte[] value)
    {
        if (value.Length != Bytes || value[0] != Format)
        {
            return null;
        }

        var disconnectedAt = BinaryPrimitives.ReadInt64BigEndian(value.AsSpan(13));
        return new Session(key[SessionPrefix.Length..], BinaryPrimitives.ReadUInt64BigEndian(value.AsSpan(1)))
        {
            ExpirySeconds = BinaryPrimitives.ReadUInt32BigEndian(value.AsSpan(9)),
            DisconnectedAt = disconnectedAt == StillConnected ? null : new Instant(disconnectedAt),
            HasRecord = true,
        };
    }

    /// <summary>Client identifiers may hold slashes, so the packet identifier is what follows the last one.</summary>
    public static bool TryReadIdentifier(string key, byte[] value, out (string ClientId, ushort PacketId, ulong Generation) identifier)
    {
        var slash = key.LastIndexOf('/');
        identifier = default;
        if (slash < Qos2Prefix.Length || value.Length != sizeof(ulong)
            || !ushort.TryParse(key.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var packetId))
        {
            return false;
        }

        identifier = (key[Qos2Prefix.Length..slash], packetId, BinaryPrimitives.ReadUInt64BigEndian(value));
        return true;
    }

    private static string IdentifierKey(string clientId, ushort packetId) =>
        string.Create(CultureInfo.InvariantCulture, $"{Qos2Prefix}{clientId}/{packetId}");
}
