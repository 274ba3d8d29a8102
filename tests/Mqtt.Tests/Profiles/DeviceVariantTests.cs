namespace EmulationPlatform.Connectors.Mqtt.Profiles;

/// <summary>Forms that the same device families also send, beyond the sample messages.</summary>
public sealed class DeviceVariantTests
{
    public static TheoryData<string, string, string> Variants => new()
    {
        { "tele/p/SENSOR", """{"Time":"2026-09-01T10:00:00","ENERGY":{"Total":9.5,"Power":[1,2,3],"ExportActive":[0.1,0,0]}}""", "electricity Counter Import 9.5 kWh at 2026-09-01T03:00:00.000Z; electricity Counter Export [L1] 0.1 kWh at 2026-09-01T03:00:00.000Z; electricity Counter Export [L2] 0 kWh at 2026-09-01T03:00:00.000Z; electricity Counter Export [L3] 0 kWh at 2026-09-01T03:00:00.000Z; electricity Gauge Net [L1] 1 W at 2026-09-01T03:00:00.000Z; electricity Gauge Net [L2] 2 W at 2026-09-01T03:00:00.000Z; electricity Gauge Net [L3] 3 W at 2026-09-01T03:00:00.000Z" },
        { "tele/p/SENSOR", """{"MT175":{"E_in":1,"E_out":2,"P":3}}""", "electricity Counter Import 1 kWh; electricity Counter Export 2 kWh; electricity Gauge Net 3 W" },
        { "tele/p/SENSOR", """{"A":{"E_in":1},"B":{"E_in":2}}""", "badPayload" },
        { "tele/p/SENSOR", """{"AM2301":{"Temperature":21}}""", "" },
        { "tele/p/RESULT", """{"SerialReceived":"1-0:1.7.0(00.318*kW)\r"}""", "electricity Gauge Import 318 W" },
        { "tele/p/RESULT", """{"SerialReceived":"1-0:2.8.2(000001.500*kWh)\r"}""", "electricity Counter Export [T2] 1.5 kWh" },
        { "tele/p/RESULT", """{"SerialReceived":"0-1:24.2.1(101209112500W)(12785.123*m3)\r"}""", "" },
        { "shellies/em/emeter/1/total_returned", "12.0", "electricity Counter Export [emeter1] 0.012 kWh" },
        { "shellies/em/emeter/1/reactive_power", "12.0", "" },
        { "shellies/plug/relay/0/power", "40.5", "electricity Gauge Net [relay0] 40.5 W" },
        { "plus/status/switch:0", """{"id":0,"apower":12,"aenergy":{"total":1500,"by_minute":[1,2,3],"minute_ts":1700000000},"ret_aenergy":{"total":5}}""", "electricity Counter Import [switch:0] 1.5 kWh; electricity Counter Export [switch:0] 0.005 kWh; electricity Gauge Net [switch:0] 12 W" },
        { "x/status/em1data:0", """{"id":0,"total_act_energy":1000,"total_act_ret_energy":0}""", "electricity Counter Import [em1:0] 1 kWh; electricity Counter Export [em1:0] 0 kWh" },
        { "x/status/sys", """{"mac":"1"}""", "" },
        { "zigbee2mqtt/hall/meter", """{"energy":1,"power":5,"power_phase_b":6,"energy_flow":"producing"}""", "electricity Counter Import 1 kWh; electricity Gauge Net -5 W; electricity Gauge Net [b] 6 W" },
        { "zigbee2mqtt/plug/set", """{"energy":1}""", "" },
        { "node/sensor/main_total_energy/state", "5.5", "electricity Counter Import [main_total_energy] 5.5 kWh" },
        { "node/sensor/total_daily_energy/state", "5.5", "" },
        { "node/sensor/pzem_power/state", "nan", "" },
        { "node/sensor/apparent_power/state", "5", "" },
        { "wmbusmeters/1", """{"media":"electricity","meter":"amiplus","id":"1","timestamp":"2026-09-01T10:00:00Z","current_power_consumption_phase2_kw":0.5}""", "electricity Gauge Import [L2] 500 W at 2026-09-01T10:00:00.000Z" },
        { "wmbusmeters/2", """{"media":"gas","meter":"apator","id":"2","timestamp":"2026-09-01T10:00:00Z","total_m3":5}""", "" },
        { "rtl_433/pi/events", """{"model":"SCMplus","id":5,"EndpointType":"0x9C","Consumption":7}""", "" },
        { "application/2/device/1/event/up", """{"devEUI":"1","applicationID":"2","objectJSON":"{\"water\":2000}"}""", "water Counter 2 m3" },
        { "application/2/device/1/event/up", """{"deviceInfo":{},"object":{"activeEnergyImportL123T1":1000,"modbusErrorCode":4}}""", "" },
        { "dsmr/current-month/electricity1", "5", "" },
        { "emon/tx4", """{"P1":5,"E1":2000,"pulse":3,"Vrms":230}""", "electricity Gauge Net [power1] 5 W; electricity Counter Import [e1] 2 kWh; pulses Counter 3 pulses" },
        { "mbmd/sdm1-1/Import/L2", "3.5", "electricity Counter Import [L2] 3.5 kWh" },
        { "mbmd/sdm1-1/Sum", "3.5", "" },
        { "any/ams", """{"id":"1","up":5,"t":0,"data":{"P":5,"PO":6,"tPI":7.25,"tPO":1,"tQI":9}}""", "electricity Counter Import 7.25 kWh; electricity Counter Export 1 kWh; electricity Gauge Import 5 W; electricity Gauge Export 6 W" },
        { "openWB/pv/1/get/exported", "1500", "electricity Counter Production [pv1] 1.5 kWh" },
        { "openWB/bat/2/get/imported", "1500", "" },
        { "wasser/main/json", """{"value":"512.3020","raw":"0051N.3","error":"no error","rate":"","timestamp":"2026-09-01T10:00:00+0700"}""", "water Counter 512.302 m3 at 2026-09-01T03:00:00.000Z" },
        { "gaszaehler/main/json", """{"value":"512.3","raw":"1","error":"no error","timestamp":"2026-09-01T10:00:00+0700"}""", "" },
        { "sensors/printer/page_count", "1234", "pages Counter 1234 pages" },
        { "sensors/printer/page_count", "-2", "" },
        { "N/abc/grid/30/Ac/L1/Power", """{"value":-12.5}""", "electricity Gauge Net [L1] -12.5 W" },
        { "N/abc/battery/0/Dc/0/Power", """{"value":5}""", "" },
        { "teleinfo/data", """{"ADCO":{"value":1},"HCHC":{"raw":"000001500","value":1500},"HCHP":{"value":2500}}""", "electricity Counter Import [HCHC] 1.5 kWh; electricity Counter Import [HCHP] 2.5 kWh" },
    };

    [Theory]
    [InlineData("shellies/NAPPALITV/relay/1", "off")]
    [InlineData("tele/wemos2/LWT", "Online")]
    [InlineData("openWB/consumer/5/get/fault_str", "\"Kein Fehler.\"")]
    [InlineData("shellypro3em/events/rpc", """{"src":"a","dst":"b","method":"NotifyEvent","params":{"ts":1,"events":[]}}""")]
    [InlineData("zigbee2mqtt/bridge/devices", "[]")]
    [InlineData("spBv1.0/g/NDEATH/n", "x")]
    public void Given_a_message_without_readings_of_a_known_device_When_read_Then_it_counts_as_understood(string topic, string payload)
    {
        using var site = new ProfileSite(shipped: true);

        var result = site.Read(topic, payload);

        Assert.True(result.Matched);
        Assert.Empty(result.Observations);
        Assert.Empty(result.Rejected);
    }

    [Theory]
    [InlineData("attic/sensor/energy_yesterday/state", "5")]
    [InlineData("vzlogger/data/chn0/agg", """{"timestamp":1636369980000,"value":5}""")]
    [InlineData("some/box", """{"total":5,"energy":6,"value":7}""")]
    public void Given_a_message_whose_meaning_only_the_site_knows_When_read_Then_it_is_not_understood(string topic, string payload)
    {
        using var site = new ProfileSite(shipped: true);

        Assert.False(site.Read(topic, payload).Matched);
    }

    [Theory]
    [MemberData(nameof(Variants))]
    public void Given_a_variant_of_a_known_device_When_read_Then_only_its_registers_are_found(string topic, string payload, string expected)
    {
        using var site = new ProfileSite(shipped: true);

        Assert.Equal(expected, site.Values(topic, payload));
    }
}
