using System.Diagnostics;
using System.Text.RegularExpressions;
using EmulationPlatform.Web.Pages;
using EmulationPlatform.Web.Parts;
using EmulationPlatform.Web.Texts;

namespace EmulationPlatform.Web.Tests.Pages;

public sealed partial class FirstStepsTests
{
    private static readonly FirstSteps.Facts Nothing = new(HasKey: false, HasPlan: false, HasUnits: false, HasSources: false, HasAssigned: false);
    private static readonly MeterPlace Local = new("http://127.0.0.1:5080", "127.0.0.1", "1883", MqttIsLocal: true, "/tmp/du lieu");

    [Fact]
    public async Task Given_first_steps_When_some_are_done_Then_only_the_others_show_what_to_type()
    {
        var place = new MeterPlace("http://may-chu:8080", "may-chu", "1883", MqttIsLocal: false, "/data");
        var steps = FirstSteps.Of(Nothing with { HasKey = true }, place, Words.Vietnamese);

        var page = await Support.Pages.RenderAsync<FirstStepsList>(Words.Vietnamese, (nameof(FirstStepsList.Steps), steps));

        Assert.Empty(page.QuerySelectorAll("li.done pre"));
        Assert.Single(page.QuerySelectorAll("li.done"));
        Assert.Contains("curl -X PUT \"http://may-chu:8080/api/v1/units/van-phong\"", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("mosquitto_pub -h may-chu -p 1883", page.Body.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("--mqtt", page.Body.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Given_the_facts_When_all_but_one_are_done_Then_the_steps_stay()
    {
        var all = new FirstSteps.Facts(HasKey: true, HasPlan: true, HasUnits: true, HasSources: true, HasAssigned: true);

        Assert.True(all.AllDone);
        Assert.False((all with { HasPlan = false }).AllDone);
        Assert.False((all with { HasAssigned = false }).AllDone);
    }

    [Theory]
    [InlineData("vi", "IP-CUA-MAY-CHU")]
    [InlineData("en", "IP-OF-THE-SERVER")]
    public void Given_MQTT_on_loopback_When_a_device_is_set_up_Then_the_way_to_open_it_is_told_and_no_loopback_address(string language, string address)
    {
        var notes = FirstSteps.Of(Nothing, Local, Words.In(language)).Single(step => step.Key == "Steps.Meter").Notes;

        Assert.Contains("--mqtt '*:1883'", notes[0], StringComparison.Ordinal);
        Assert.All(notes.Skip(1), note => Assert.Contains(address, note, StringComparison.Ordinal));
        Assert.DoesNotContain(notes, note => note.Contains("127.0.0.1", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("vi")]
    [InlineData("en")]
    public async Task Given_the_commands_When_bash_reads_them_Then_nothing_is_left_to_replace_in_them(string language)
    {
        var commands = FirstSteps.Of(Nothing, Local, Words.In(language)).SelectMany(step => step.Commands).ToList();

        Assert.DoesNotContain(commands, command => Placeholder().IsMatch(command));
        var (code, _) = await BashAsync("-n", string.Join('\n', commands));
        Assert.Equal(0, code);
    }

    [Fact]
    public async Task Given_the_trial_reading_When_bash_runs_it_Then_the_message_is_JSON_with_the_time_of_now()
    {
        var commands = FirstSteps.Of(Nothing, Local, Words.Vietnamese).Single(step => step.Key == "Steps.Meter").Commands;

        var (_, said) = await BashAsync("-s", $"mosquitto_pub() {{ echo \"${{@: -1}}\"; }}\n{commands[1]}\n{commands[2]}");

        using var message = System.Text.Json.JsonDocument.Parse(said);
        Assert.Matches("^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d$", message.RootElement.GetProperty("Time").GetString());
        Assert.Equal(12.5, message.RootElement.GetProperty("ENERGY").GetProperty("Total").GetDouble());
    }

    [Theory]
    [InlineData("0.0.0.0:1883", "may-chu", "1883", false)]
    [InlineData("*:1884", "may-chu", "1884", false)]
    [InlineData("10.0.0.5:1883", "10.0.0.5", "1883", false)]
    [InlineData("[::]:1883", "may-chu", "1883", false)]
    [InlineData("127.0.0.1:1883", "127.0.0.1", "1883", true)]
    [InlineData("localhost:1883", "localhost", "1883", true)]
    [InlineData("[::1]:1883", "[::1]", "1883", true)]
    public void Given_where_we_listen_When_shown_to_a_meter_Then_it_is_an_address_it_can_reach(string address, string host, string port, bool isLocal) =>
        Assert.Equal((host, port, isLocal), MeterPlace.MqttAddress(address, "may-chu"));

    private static async Task<(int Code, string Said)> BashAsync(string option, string script)
    {
        using var bash = Process.Start(new ProcessStartInfo("bash", option) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true })!;
        await bash.StandardInput.WriteAsync(script);
        bash.StandardInput.Close();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var said = await bash.StandardOutput.ReadToEndAsync(patience.Token);
        await bash.WaitForExitAsync(patience.Token);
        return (bash.ExitCode, said);
    }

    [GeneratedRegex("[<>]|…", RegexOptions.None, 1_000)]
    private static partial Regex Placeholder();
}
