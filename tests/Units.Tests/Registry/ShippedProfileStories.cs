using System.Globalization;
using System.Text;
using EmulationPlatform.Connectors.Mqtt.Profiles;
using EmulationPlatform.Sdk;
using EmulationPlatform.Units.Tests.Support;
using EmulationPlatform.Units.Views;
using Microsoft.Extensions.Logging.Abstractions;

namespace EmulationPlatform.Units.Tests.Registry;

/// <summary>What real devices send, read by the shipped profiles: a total and its phases are one use.</summary>
public sealed class ShippedProfileStories : IAsyncLifetime
{
    private static readonly Instant Before = Some.Local(7, 31, 8);
    private static readonly Instant After = Some.Local(7, 31, 9);
    private readonly ProfileEngine engine = new(
        new ProfileLibrary(Path.Combine(AppContext.BaseDirectory, "profiles"), Path.Combine(AppContext.BaseDirectory, "none"), NullLogger.Instance), AgencyCalendar.Vietnam);

    private TestAgency test = null!;

    public async Task InitializeAsync() => test = await TestAgency.StartAsync("mot", "hai");

    public async Task DisposeAsync() => await test.DisposeAsync();

    public static TheoryData<string> Devices => ["Shelly Pro 3EM", "mbmd", "mbmd in one level", "gosdm630", "gosdm630, phases first"];

    [Theory]
    [MemberData(nameof(Devices))]
    public async Task Given_a_three_phase_meter_When_a_unit_has_all_it_sends_Then_its_use_counts_once(string device)
    {
        var sources = await HearAsync((total, at) => Sent(device, total, at));
        foreach (var source in sources)
        {
            await test.Agency.PutSourceAsync(source.Id, Some.NoChange with { Unit = "mot", Reason = "the unit's" }, "someone", default).InTimeAsync();
        }

        Assert.Equal(3m, await test.UseAsync("mot"));
    }

    [Theory]
    [MemberData(nameof(Devices))]
    public async Task Given_a_three_phase_meter_When_another_unit_has_a_phase_Then_it_is_taken_off_the_total(string device)
    {
        var sources = await HearAsync((total, at) => Sent(device, total, at));
        foreach (var source in sources.Where(source => source.Channel is "total" or "L2"))
        {
            var unit = source.Channel == "L2" ? "hai" : "mot";
            await test.Agency.PutSourceAsync(source.Id, Some.NoChange with { Unit = unit, Reason = device }, "someone", default).InTimeAsync();
        }

        Assert.Equal((2m, 1m), (await test.UseAsync("mot"), await test.UseAsync("hai")));
    }

    [Fact]
    public async Task Given_two_meters_beside_each_other_When_one_has_no_total_Then_its_phases_are_its_own()
    {
        var sources = await HearAsync((total, _) => [("nha/TotkWhImport", $"{total}"), ("nha/tang1/kWhImportPhsA", $"{total}")]);

        Assert.Equal(2, sources.Count);
        Assert.All(await test.Agency.SourcesAsync(new SourceQuery(null, null, null), default), source => Assert.Null(source.Parent));
    }

    /// <summary>Registers only: powers take no part in the sums.</summary>
    private async Task<IReadOnlyList<SourceDescriptor>> HearAsync(Func<int, Instant, (string Topic, string Payload)[]> shows)
    {
        var heard = new[] { (3, Before), (6, After) }.SelectMany(when => shows(when.Item1, when.Item2).SelectMany(message =>
            engine.Interpret(message.Topic, Encoding.UTF8.GetBytes(message.Payload), when.Item2).Observations)).ToArray();
        Assert.True(await test.SendAsync(test.Message(heard)));
        return [.. heard.Select(one => one.Source).Where(source => source is { Kind: SourceKind.Counter, Direction: FlowDirection.Import }).DistinctBy(source => source.Id)];
    }

    /// <summary>Messages of one device when its total stood at a number of kWh, each phase having a third.</summary>
    private static (string Topic, string Payload)[] Sent(string device, int total, Instant at) => device switch
    {
        "Shelly Pro 3EM" => [("shellypro3em-1/events/rpc", Shelly(total, at))],
        "mbmd" => [("mbmd/sdm1/Import", $"{total}"), .. Phases(total, "mbmd/sdm1/Import/L{0}")],
        "mbmd in one level" => [("mbmd/sdm1/Import", $"{total}"), .. Phases(total, "mbmd/sdm1/ImportL{0}")],
        "gosdm630" => [("nha/sdm1/TotkWhImport", $"{total}"), .. Phases(total, "nha/sdm1/kWhImportPhs{1}")],
        _ => [.. Phases(total, "nha/sdm1/TotkWhImportPhs{1}"), ("nha/sdm1/TotkWhImport", $"{total}")],
    };

    private static string Shelly(int total, Instant at) =>
        $$$"""
        {"src":"shellypro3em-1","dst":"shellypro3em-1/events","method":"NotifyStatus","params":{"ts":{{{at.UnixMilliseconds / 1000}}},"emdata:0":{"id":0,
        "a_total_act_energy":{{{Wh(total)}}},"b_total_act_energy":{{{Wh(total)}}},"c_total_act_energy":{{{Wh(total)}}},
        "a_total_act_ret_energy":0,"b_total_act_ret_energy":0,"c_total_act_ret_energy":0,"total_act":{{{total * 1000}}},"total_act_ret":0} } }
        """;

    private static int Wh(int total) => total * 1000 / 3;

    private static IEnumerable<(string Topic, string Payload)> Phases(int total, string topic) =>
        Enumerable.Range(0, 3).Select(phase => (string.Format(CultureInfo.InvariantCulture, topic, phase + 1, "ABC"[phase]), $"{total / 3}"));
}
