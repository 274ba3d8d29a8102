using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Net;
using Microsoft.Extensions.Configuration;

namespace EmulationPlatform.Connectors.Mqtt;

/// <summary>Section <c>Connectors:mqtt</c> of the configuration.</summary>
internal sealed class MqttOptions
{
    /// <summary>Address and port to listen at; <c>*</c> as address means all, port 0 any free one. Default 127.0.0.1:1883.</summary>
    [Required]
    public string Listen { get; init; } = "127.0.0.1:1883";

    /// <summary>Largest packet of a client that has signed in. 1 KiB to 16 MiB; default 1 MiB.</summary>
    [Range(1_024, 16 * 1_048_576)]
    public int MaxPacketBytes { get; init; } = 1_048_576;

    /// <summary>Largest CONNECT. 256 bytes to 1 MiB; default 16 KiB.</summary>
    [Range(256, 1_048_576)]
    public int MaxPacketBytesBeforeConnect { get; init; } = 16_384;

    /// <summary>Time to sign in. 1 s to 5 min; default 10 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00", ParseLimitsInInvariantCulture = true, ConvertValueInInvariantCulture = true)]
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Publishes of one connection that may be under way at once. 1 to 65,535; default 1,000.</summary>
    [Range(1, ushort.MaxValue)]
    public int ReceiveMaximum { get; init; } = 1_000;

    /// <summary>Topic aliases per connection. 0 to 65,535; default 64.</summary>
    [Range(0, ushort.MaxValue)]
    public int TopicAliasMaximum { get; init; } = 64;

    /// <summary>1 to 1,000,000; default 10,000.</summary>
    [Range(1, 1_000_000)]
    public int MaxConnections { get; init; } = 10_000;

    /// <summary>Connections from one IP address. 1 to 1,000,000; default 2,000.</summary>
    [Range(1, 1_000_000)]
    public int MaxConnectionsPerAddress { get; init; } = 2_000;

    /// <summary>Sessions, connected or not. 1 to 10,000,000; default 100,000.</summary>
    [Range(1, 10_000_000)]
    public int MaxSessions { get; init; } = 100_000;

    /// <summary>How long a client may leave our answers unread. 1 s to 5 min; default 20 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00", ParseLimitsInInvariantCulture = true, ConvertValueInInvariantCulture = true)]
    public TimeSpan WriteTimeout { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>
    /// How long a session outlives its connection at most: the limit for 5.0, the value for 3.1.1 with CleanSession 0.
    /// 1 min to 1 year; default 7 days.
    /// </summary>
    [Range(typeof(TimeSpan), "00:01:00", "366.00:00:00", ParseLimitsInInvariantCulture = true, ConvertValueInInvariantCulture = true)]
    public TimeSpan SessionExpiry { get; init; } = TimeSpan.FromDays(7);

    /// <summary>How long a stop waits for messages that are on their way to the disk. 0 s to 1 min; default 5 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00", ParseLimitsInInvariantCulture = true, ConvertValueInInvariantCulture = true)]
    public TimeSpan StopTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <exception cref="ValidationException">A value is missing, malformed or out of its range; the message says which.</exception>
    public static MqttOptions From(IConfiguration settings)
    {
        MqttOptions options;
        try
        {
            options = settings.Get<MqttOptions>() ?? new MqttOptions();
        }
        catch (InvalidOperationException e)
        {
            throw new ValidationException($"A setting of the MQTT connector cannot be read: {e.Message}", e);
        }

        Validator.ValidateObject(options, new ValidationContext(options), validateAllProperties: true);
        options.EndPoint();
        return options;
    }

    /// <exception cref="ValidationException"><see cref="Listen"/> is not an address and a port.</exception>
    public IPEndPoint EndPoint()
    {
        var colon = Listen.LastIndexOf(':');
        if (colon > 0 && ushort.TryParse(Listen.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            && AddressOf(Listen[..colon]) is { } address)
        {
            return new IPEndPoint(address, port);
        }

        throw new ValidationException($"Connectors:mqtt:Listen is '{Listen}'; write ADDRESS:PORT, for example 127.0.0.1:1883 or *:1883.");
    }

    private static IPAddress? AddressOf(string host) => host switch
    {
        "*" => IPAddress.IPv6Any,
        "localhost" => IPAddress.Loopback,
        _ => IPAddress.TryParse(host.Trim('[', ']'), out var address) ? address : null,
    };
}
