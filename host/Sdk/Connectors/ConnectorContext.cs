using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace EmulationPlatform.Sdk;

/// <summary>What the host lends a connector for one run.</summary>
public sealed class ConnectorContext
{
    public required IReadingSink Sink { get; init; }

    public required IConnectorState State { get; init; }

    public required IDeviceCredentials Credentials { get; init; }

    public required AgencyCalendar Calendar { get; init; }

    public required TimeProvider Clock { get; init; }

    public required ILoggerFactory Loggers { get; init; }

    /// <summary>Section <c>Connectors:{id}</c> of the configuration.</summary>
    public required IConfiguration Settings { get; init; }

    /// <summary>The installation's data folder; site files of a connector live in subfolders, such as <c>profiles/</c>.</summary>
    public required string DataFolder { get; init; }

    /// <summary>Folder from which the connector was loaded, with its shipped files.</summary>
    public required string PluginFolder { get; init; }

    /// <summary>Demo only: devices may come without a password from this machine itself.</summary>
    public required bool AnonymousOnLoopback { get; init; }
}
