namespace EmulationPlatform.Web.Pages;

/// <summary>What a new installation needs, in order, with the commands to type.</summary>
public static class FirstSteps
{
    public static IReadOnlyList<FirstStep> Of(Facts facts, Place place) =>
    [
        new("Steps.Key", facts.HasKey, [$"{Run} key create --name <ten> --role Admin --data \"{place.DataFolder}\""]),
        new("Steps.Plan", facts.HasPlan, [$"{Run} plan use <file> --data \"{place.DataFolder}\""]),
        new("Steps.Units", facts.HasUnits,
        [
            $"curl -X PUT {place.WebAddress}/api/v1/units/van-phong -H \"Authorization: Bearer <key>\" -H \"Content-Type: application/json\" "
            + "-d '{\"name\":\"Văn phòng\",\"headcount\":12}'",
            $"curl -X PUT {place.WebAddress}/api/v1/units/van-phong/baselines/electricity -H \"Authorization: Bearer <key>\" "
            + "-H \"Content-Type: application/json\" -d '{\"year\":2025,\"total\":14400,\"reference\":\"<hoa don>\"}'",
        ]),
        new("Steps.Device", facts.HasSources, [$"{Run} mqtt-user add <thiet-bi> --topics \"tele/#\" --data \"{place.DataFolder}\""]),
        new("Steps.Meter", facts.HasSources,
        [
            $"mosquitto_pub -h {place.MqttHost} -p {place.MqttPort} -V 5 -q 1 -u <thiet-bi> -P <mat-khau> -t tele/van-phong/SENSOR "
            + "-m '{\"Time\":\"2026-07-31T14:05:00+07:00\",\"ENERGY\":{\"Total\":12.5,\"Power\":40}}'",
            $"Tasmota:  Backlog MqttHost {place.MqttHost}; MqttPort {place.MqttPort}; MqttUser <thiet-bi>; MqttPassword <mat-khau>; TelePeriod 60",
            $"Shelly:  Settings > MQTT > Enable; Server {place.MqttHost}:{place.MqttPort}; Username <thiet-bi>; Password <mat-khau>",
        ]),
    ];

    private const string Run = "dotnet run --project host/App --";

    public sealed record Facts(bool HasKey, bool HasUnits, bool HasPlan, bool HasSources)
    {
        public bool AllDone => HasKey && HasUnits && HasSources;
    }

    /// <summary>The real addresses, as the person who reads the page reaches them.</summary>
    public sealed record Place(string WebAddress, string MqttHost, string MqttPort, string DataFolder)
    {
        public static Place Of(HttpContext context)
        {
            var settings = context.RequestServices.GetRequiredService<WebSettings>();
            var request = context.Request;
            var (host, port) = MqttAddress(settings.MqttAddress, request.Host.Host);
            return new Place($"{request.Scheme}://{request.Host}", host, port, settings.DataFolder);
        }

        /// <summary>An address that means "all of this machine" is of no use to a meter; the page's own host is.</summary>
        internal static (string Host, string Port) MqttAddress(string address, string pageHost)
        {
            var colon = address.LastIndexOf(':');
            var host = colon < 0 ? address : address[..colon];
            var port = colon < 0 ? "1883" : address[(colon + 1)..];
            return (host is "" or "*" or "+" or "0.0.0.0" or "[::]" ? pageHost : host, port);
        }
    }
}
