using EmulationPlatform.Web.Texts;

namespace EmulationPlatform.Web.Pages;

/// <summary>What a new installation needs, in order, with commands that work when pasted.</summary>
public static class FirstSteps
{
    private const string Run = "dotnet run --project host/App --";
    private const string Device = "dong-ho";
    private const string Topic = "tele/van-phong/SENSOR";
    private const string Bearer = "-H \"Authorization: Bearer $KEY\"";
    private const string Json = "-H \"Content-Type: application/json\"";

    public static IReadOnlyList<FirstStep> Of(Facts facts, MeterPlace place, Words words)
    {
        var data = $"--data \"{place.DataFolder}\"";
        var key = $"KEY='{words["Steps.PasteKey"]}'";
        return
        [
            new("Steps.Key", facts.HasKey, [$"{Run} key create --name quan-tri --role Admin {data}"], []),
            new("Steps.Plan", facts.HasPlan, [$"{Run} plan use host/plans/quang-ngai-ban-qlda.yaml {data}"], []),
            new("Steps.Units", facts.HasUnits, [key, PutUnit(place.WebAddress), PutBaseline(place.WebAddress)], []),
            new("Steps.Meter", facts.HasSources, Meter(place, data, words), Devices(place, words)),
            new("Steps.Assign", facts.HasAssigned, [key, Assign(place.WebAddress)], []),
        ];
    }

    private static string PutUnit(string web) =>
        $"curl -X PUT \"{web}/api/v1/units/van-phong\" {Bearer} {Json} -d '{{\"name\":\"Văn phòng\",\"headcount\":12}}'";

    private static string PutBaseline(string web) =>
        $"curl -X PUT \"{web}/api/v1/units/van-phong/baselines/electricity\" {Bearer} {Json} "
        + "-d '{\"year\":2025,\"total\":14400,\"reference\":\"Bảng kê hóa đơn tiền điện năm 2025, ngày 15/01/2026\"}'";

    /// <summary>The clock of the shell gives the time: a fixed one would soon be refused as too old.</summary>
    private static IReadOnlyList<string> Meter(MeterPlace place, string data, Words words) =>
    [
        $"{Run} mqtt-user add {Device} --topics 'tele/#' {data}",
        $"PASSWORD='{words["Steps.PastePassword"]}'",
        $"mosquitto_pub -h {place.MqttHost} -p {place.MqttPort} -V 5 -q 1 -u {Device} -P \"$PASSWORD\" -t {Topic} "
        + "-m '{\"Time\":\"'$(TZ=Asia/Ho_Chi_Minh date +%FT%T)'\",\"ENERGY\":{\"Total\":12.5,\"Power\":40}}'",
    ];

    private static List<string> Devices(MeterPlace place, Words words)
    {
        var host = MeterPlace.IsLoopback(place.MqttHost) ? words["Steps.ServerAddress"] : place.MqttHost;
        var password = words["Steps.PastePassword"];
        List<string> notes = place.MqttIsLocal ? [words["Steps.MqttIsLocal"]] : [];
        notes.Add($"Tasmota: Backlog MqttHost {host}; MqttPort {place.MqttPort}; MqttUser {Device}; MqttPassword {password}; TelePeriod 60");
        notes.Add($"Shelly: Settings > MQTT > Enable; Server {host}:{place.MqttPort}; Username {Device}; Password {password}");
        return notes;
    }

    /// <summary>One meter may have several registers; all that came on its topic go to the unit.</summary>
    private static string Assign(string web) =>
        $"for SOURCE in $(curl -s {Bearer} \"{web}/api/v1/sources?topic={Topic}\" | grep -o '\"id\":\"[^\"]*\"' | cut -d '\"' -f 4); "
        + $"do curl -X PUT \"{web}/api/v1/sources/$SOURCE\" {Bearer} {Json} -d '{{\"unit\":\"van-phong\"}}'; done";

    /// <summary>What is really done.</summary>
    public sealed record Facts(bool HasKey, bool HasPlan, bool HasUnits, bool HasSources, bool HasAssigned)
    {
        public bool AllDone => HasKey && HasPlan && HasUnits && HasSources && HasAssigned;
    }
}
