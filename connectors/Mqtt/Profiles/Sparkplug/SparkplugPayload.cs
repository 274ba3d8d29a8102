using Google.Protobuf;

namespace EmulationPlatform.Connectors.Mqtt.Profiles;

/// <summary>
/// Decodes the fields we need of a Sparkplug B payload. Field numbers: Eclipse Sparkplug specification 3.0,
/// <c>sparkplug_b.proto</c> (Payload, Metric, PropertySet, PropertyValue).
/// </summary>
internal sealed class SparkplugPayload
{
    private const int MostMetrics = 10_000;
    private const string UnitProperty = "engUnit";

    public ulong? Timestamp { get; private set; }

    public List<SparkplugValue> Metrics { get; } = [];

    /// <exception cref="InvalidProtocolBufferException">The bytes are no such message.</exception>
    public static SparkplugPayload Read(ReadOnlySpan<byte> bytes)
    {
        var payload = new SparkplugPayload();
        var input = new CodedInputStream(bytes.ToArray());
        while (input.ReadTag() is var tag and not 0)
        {
            switch (WireFormat.GetTagFieldNumber(tag))
            {
                case 1 when Is(tag, WireFormat.WireType.Varint):
                    payload.Timestamp = input.ReadUInt64();
                    break;
                case 2 when Is(tag, WireFormat.WireType.LengthDelimited) && payload.Metrics.Count < MostMetrics:
                    payload.Metrics.Add(ReadMetric(input.ReadBytes().CreateCodedInput()));
                    break;
                default:
                    input.SkipLastField();
                    break;
            }
        }

        return payload;
    }

    private static SparkplugValue ReadMetric(CodedInputStream input)
    {
        var metric = new SparkplugValue();
        while (input.ReadTag() is var tag and not 0)
        {
            if (!ReadField(metric, input, tag) && !ReadValue(metric, input, tag))
            {
                input.SkipLastField();
            }
        }

        return metric;
    }

    private static bool ReadField(SparkplugValue metric, CodedInputStream input, uint tag)
    {
        switch (WireFormat.GetTagFieldNumber(tag))
        {
            case 1 when Is(tag, WireFormat.WireType.LengthDelimited):
                metric.Name = input.ReadString();
                return true;
            case 2 when Is(tag, WireFormat.WireType.Varint):
                metric.Alias = input.ReadUInt64();
                return true;
            case 3 when Is(tag, WireFormat.WireType.Varint):
                metric.Timestamp = input.ReadUInt64();
                return true;
            case 4 when Is(tag, WireFormat.WireType.Varint):
                metric.DataType = input.ReadUInt32();
                return true;
            case 7 when Is(tag, WireFormat.WireType.Varint):
                metric.IsNull = input.ReadBool();
                return true;
            case 9 when Is(tag, WireFormat.WireType.LengthDelimited):
                metric.Unit = ReadUnit(input.ReadBytes().CreateCodedInput());
                return true;
            default:
                return false;
        }
    }

    private static bool ReadValue(SparkplugValue metric, CodedInputStream input, uint tag)
    {
        switch (WireFormat.GetTagFieldNumber(tag))
        {
            case 10 when Is(tag, WireFormat.WireType.Varint):
                metric.Value = Signed(input.ReadUInt32(), metric.DataType);
                return true;
            case 11 when Is(tag, WireFormat.WireType.Varint):
                var number = input.ReadUInt64();
                metric.Value = metric.DataType == SparkplugTypes.Int64 ? unchecked((long)number) : number;
                return true;
            case 12 when Is(tag, WireFormat.WireType.Fixed32):
                metric.Value = input.ReadFloat();
                return true;
            case 13 when Is(tag, WireFormat.WireType.Fixed64):
                metric.Value = input.ReadDouble();
                return true;
            case 14 when Is(tag, WireFormat.WireType.Varint):
                metric.Value = input.ReadBool();
                return true;
            case 15 when Is(tag, WireFormat.WireType.LengthDelimited):
                metric.Value = input.ReadString();
                return true;
            default:
                return false;
        }
    }

    /// <summary>The value of the property <c>engUnit</c>; keys and values are two parallel lists.</summary>
    private static string? ReadUnit(CodedInputStream input)
    {
        var keys = new List<string>();
        var values = new List<string?>();
        while (input.ReadTag() is var tag and not 0)
        {
            switch (WireFormat.GetTagFieldNumber(tag))
            {
                case 1 when Is(tag, WireFormat.WireType.LengthDelimited):
                    keys.Add(input.ReadString());
                    break;
                case 2 when Is(tag, WireFormat.WireType.LengthDelimited):
                    values.Add(ReadPropertyText(input.ReadBytes().CreateCodedInput()));
                    break;
                default:
                    input.SkipLastField();
                    break;
            }
        }

        var index = keys.IndexOf(UnitProperty);
        return index >= 0 && index < values.Count ? values[index] : null;
    }

    private static string? ReadPropertyText(CodedInputStream input)
    {
        string? text = null;
        while (input.ReadTag() is var tag and not 0)
        {
            if (WireFormat.GetTagFieldNumber(tag) == 8 && Is(tag, WireFormat.WireType.LengthDelimited))
            {
                text = input.ReadString();
            }
            else
            {
                input.SkipLastField();
            }
        }

        return text;
    }

    private static long Signed(uint number, uint dataType) => dataType switch
    {
        SparkplugTypes.Int8 => unchecked((sbyte)number),
        SparkplugTypes.Int16 => unchecked((short)number),
        SparkplugTypes.Int32 => unchecked((int)number),
        _ => number,
    };

    private static bool Is(uint tag, WireFormat.WireType type) => WireFormat.GetTagWireType(tag) == type;
}
