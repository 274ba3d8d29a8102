namespace EmulationPlatform.Connectors.Mqtt.Protocol;

/// <summary>The properties of one packet that this endpoint acts on; the others are checked and passed over.</summary>
internal struct Properties
{
    private enum Kind : byte
    {
        None,
        Flag,
        UInt16,
        UInt32,
        Variable,
        Utf8,
        Binary,
        Pair,
    }

    public PropertySet Seen { get; private set; }

    public uint SessionExpirySeconds { get; private set; }

    public uint WillDelaySeconds { get; private set; }

    public uint MaximumPacketBytes { get; private set; }

    public ushort TopicAlias { get; private set; }

    public bool OmitProblemInformation { get; private set; }

    /// <summary>
    /// A property that does not belong to the packet makes it malformed (section 2.2.2.2); one that comes twice is a
    /// protocol error, but for user properties.
    /// </summary>
    public static Properties Read(ref PacketReader reader, PropertySet allowed)
    {
        var result = default(Properties);
        var length = reader.VariableInteger("property length");
        if (length == 0)
        {
            return result;
        }

        var inner = new PacketReader(reader.Take(length, "properties"));
        while (inner.Remaining > 0)
        {
            var number = inner.VariableInteger("property identifier");
            var id = (PropertyId)number;
            if (number > 42 || !allowed.Has(id))
            {
                BrokenProtocolException.Malformed($"property {number} does not belong into this packet");
            }

            if (result.Seen.Has(id) && id != PropertyId.UserProperty)
            {
                BrokenProtocolException.Error($"property {number} comes twice");
            }

            result.Seen = result.Seen.With(id);
            result.ReadValue(ref inner, id);
        }

        return result;
    }

    private void ReadValue(ref PacketReader reader, PropertyId id)
    {
        switch (KindOf(id))
        {
            case Kind.Flag:
                SetNumber(id, Flag(reader.Byte("property"), id));
                break;
            case Kind.UInt16:
                SetNumber(id, reader.UInt16("property"));
                break;
            case Kind.UInt32:
                SetNumber(id, reader.UInt32("property"));
                break;
            case Kind.Variable:
                SetNumber(id, (uint)reader.VariableInteger("property"));
                break;
            case Kind.Utf8:
                CheckText(id, reader.Utf8("property"));
                break;
            case Kind.Binary:
                reader.Binary("property");
                break;
            default:
                reader.Utf8("user property name");
                reader.Utf8("user property value");
                break;
        }
    }

    private void SetNumber(PropertyId id, uint value)
    {
        switch (id)
        {
            case PropertyId.SessionExpiryInterval:
                SessionExpirySeconds = value;
                break;
            case PropertyId.WillDelayInterval:
                WillDelaySeconds = value;
                break;
            case PropertyId.MaximumPacketSize:
                MaximumPacketBytes = NotZero(value, id);
                break;
            case PropertyId.ReceiveMaximum or PropertyId.SubscriptionIdentifier:
                NotZero(value, id);
                break;
            case PropertyId.TopicAlias:
                TopicAlias = (ushort)value;
                break;
            case PropertyId.RequestProblemInformation:
                OmitProblemInformation = value == 0;
                break;
            default:
                break;
        }
    }

    private static void CheckText(PropertyId id, ReadOnlySpan<byte> text)
    {
        // [MQTT-3.3.2-14]: a response topic holds no wildcards.
        if (id == PropertyId.ResponseTopic && !Topics.IsValidName(text))
        {
            BrokenProtocolException.Error("response topic is empty or holds a wildcard");
        }
    }

    private static uint Flag(byte value, PropertyId id)
    {
        if (value > 1)
        {
            BrokenProtocolException.Error($"property {(int)id} is neither 0 nor 1");
        }

        return value;
    }

    private static uint NotZero(uint value, PropertyId id)
    {
        if (value == 0)
        {
            BrokenProtocolException.Error($"property {(int)id} is 0");
        }

        return value;
    }

    private static Kind KindOf(PropertyId id) => id switch
    {
        PropertyId.PayloadFormatIndicator or PropertyId.RequestProblemInformation or PropertyId.RequestResponseInformation => Kind.Flag,
        PropertyId.ReceiveMaximum or PropertyId.TopicAliasMaximum or PropertyId.TopicAlias => Kind.UInt16,
        PropertyId.MessageExpiryInterval or PropertyId.SessionExpiryInterval or PropertyId.WillDelayInterval
            or PropertyId.MaximumPacketSize => Kind.UInt32,
        PropertyId.SubscriptionIdentifier => Kind.Variable,
        PropertyId.ContentType or PropertyId.ResponseTopic or PropertyId.AuthenticationMethod or PropertyId.ReasonString => Kind.Utf8,
        PropertyId.CorrelationData or PropertyId.AuthenticationData => Kind.Binary,
        _ => Kind.Pair,
    };
}
