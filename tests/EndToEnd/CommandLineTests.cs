using System.Globalization;
using System.Text.RegularExpressions;
using EmulationPlatform.EndToEnd.Support;

namespace EmulationPlatform.EndToEnd;

/// <summary>What the program says to the shell.</summary>
public sealed class CommandLineTests : IDisposable
{
    private readonly HostSetup setup = HostSetup.New("serve");

    public void Dispose() => Directory.Delete(setup.DataFolder, recursive: true);

    [Fact]
    public async Task Given_no_host_runs_When_a_key_and_a_device_user_are_made_Then_they_are_printed_alone_and_work_later()
    {
        var key = await Command.HostAsync("key", "create", "--name", "An", "--role", "Admin", "--data", setup.DataFolder);
        var password = await Command.HostAsync("mqtt-user", "add", "meters", "--topics", "tele/#", "--data", setup.DataFolder);
        await using var host = await HostProcess.StartAsync(setup);
        using var api = new Api(setup, key.Output.Trim());
        await using var device = await MqttClient.ConnectAsync(setup.MqttPort, new MqttLogin("meters", password.Output.Trim()));

        Assert.All([key, password], made => AssertOneSecretAlone(made));
        Assert.Empty(await api.ListAsync("/api/v1/units"));
        Assert.Equal(0, device.ConnectCode);
        Assert.Equal(0, await host.StopAsync());
    }

    [Fact]
    public async Task Given_a_host_runs_When_a_key_and_a_device_user_are_made_Then_they_work_at_once()
    {
        await using var host = await HostProcess.StartAsync(setup);

        var key = await Command.HostAsync("key", "create", "--name", "Bình", "--role", "Viewer", "--data", setup.DataFolder);
        var password = await Command.HostAsync("mqtt-user", "add", "meters", "--topics", "tele/#", "--data", setup.DataFolder);

        Assert.All([key, password], made => AssertOneSecretAlone(made));
        using var api = new Api(setup, key.Output.Trim());
        Assert.Empty(await api.ListAsync("/api/v1/units"));
        await using var device = await MqttClient.ConnectAsync(setup.MqttPort, new MqttLogin("meters", password.Output.Trim(), Version: 4));
        Assert.Equal(0, device.ConnectCode);
    }

    [Fact]
    public async Task Given_a_host_runs_When_a_second_one_wants_the_same_folder_Then_it_is_refused_with_a_message_and_the_first_goes_on()
    {
        await using var host = await HostProcess.StartAsync(setup);
        var other = HostSetup.New("serve");
        await using var second = HostProcess.Launch(setup with { WebPort = other.WebPort, MqttPort = other.MqttPort });

        Assert.Equal(1, await second.EndAsync());
        Assert.Contains(setup.DataFolder, second.Log, StringComparison.Ordinal);
        using var api = new Api(setup);
        Assert.Equal("ready", (string?)(await api.GetAsync("/health/ready"))["status"]);
        Directory.Delete(other.DataFolder);
    }

    [Theory]
    [InlineData("""{"Web":{"PublicAddress":"thi-dua.example.vn"}}""", "Web:PublicAddress")]
    [InlineData("""{"Web":{"PublicAddress":"ftp://thi-dua.example.vn"}}""", "Web:PublicAddress")]
    [InlineData("""{"Web":{"PublicAddress":"https://thi-dua.example.vn/?a=b"}}""", "Web:PublicAddress")]
    [InlineData("""{"Web":{"PublicAdress":"https://thi-dua.example.vn"}}""", "There is no setting Web:PublicAdress")]
    public async Task Given_a_public_address_that_leads_nowhere_When_a_host_starts_Then_it_is_refused_with_what_to_write(string settings, string expected)
    {
        await File.WriteAllTextAsync(Path.Combine(setup.DataFolder, "settings.json"), settings);
        await using var host = HostProcess.Launch(setup);

        Assert.Equal(1, await host.EndAsync());
        Assert.Contains(expected, host.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_a_port_that_is_taken_When_a_host_starts_Then_it_is_refused_with_a_message()
    {
        await using var host = await HostProcess.StartAsync(setup);
        var other = HostSetup.New("serve");
        await using var second = HostProcess.Launch(other with { WebPort = setup.WebPort });

        Assert.Equal(1, await second.EndAsync());
        Assert.Contains("--urls", second.Log, StringComparison.Ordinal);
        Directory.Delete(other.DataFolder, recursive: true);
    }

    [Theory]
    [InlineData("fly")]
    [InlineData("key", "create", "--name", "An")]
    [InlineData("key", "create", "--name", "An", "--role", "King")]
    [InlineData("mqtt-user", "add")]
    [InlineData("serve", "--no-such-option")]
    [InlineData("plan", "check")]
    public async Task Given_a_wrong_usage_When_it_is_run_Then_it_ends_with_2_and_says_so_on_standard_error(params string[] arguments)
    {
        var result = await Command.HostAsync([.. arguments, "--data", setup.DataFolder]);

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.NotEqual("", result.Error.Trim());
    }

    [Fact]
    public async Task Given_a_plan_file_When_it_is_checked_Then_a_good_one_passes_and_a_bad_one_is_refused_with_line_and_column()
    {
        var plans = Path.Combine(Folders.Host, "plans");
        var good = Directory.EnumerateFiles(plans, "*.yaml").First();
        var bad = Path.Combine(setup.DataFolder, "bad.yaml");
        await File.WriteAllTextAsync(bad, "plan: x\ntargets: 7\n");

        var passed = await Command.HostAsync("plan", "check", good);
        var refused = await Command.HostAsync("plan", "check", bad);
        var missing = await Command.HostAsync("plan", "check", Path.Combine(plans, "none.yaml"));

        Assert.Equal(0, passed.ExitCode);
        Assert.Equal((1, 1), (refused.ExitCode, missing.ExitCode));
        Assert.Matches(@"bad\.yaml.*2", refused.Error);
        Assert.Contains("none.yaml", missing.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_a_device_user_When_it_is_added_again_Then_the_new_password_comes_with_a_warning()
    {
        await Command.AddDeviceUserAsync(setup.DataFolder, "meters", "tele/#");

        var again = await Command.HostAsync("mqtt-user", "add", "meters", "--topics", "tele/#", "--data", setup.DataFolder);

        Assert.Equal(0, again.ExitCode);
        Assert.Contains("old password", again.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_a_plan_in_use_When_its_file_changes_Then_only_a_higher_version_takes_its_place()
    {
        var text = await File.ReadAllTextAsync(Directory.EnumerateFiles(Path.Combine(Folders.Host, "plans"), "*.yaml").First());
        var file = Path.Combine(setup.DataFolder, "plan.yaml");
        async Task<int> UseAsync(string changed)
        {
            await File.WriteAllTextAsync(file, changed);
            return (await Command.HostAsync("plan", "use", file, "--data", setup.DataFolder)).ExitCode;
        }

        var changed = text.Replace("weight: 4", "weight: 5", StringComparison.Ordinal);

        Assert.Equal(0, await UseAsync(text));
        Assert.Equal(0, await UseAsync(text));
        Assert.Equal(1, await UseAsync(changed));
        Assert.Equal(0, await UseAsync(Regex.Replace(changed, @"(?<=^version: )\d+$", number => $"{int.Parse(number.Value, CultureInfo.InvariantCulture) + 1}", RegexOptions.Multiline, TimeSpan.FromSeconds(1))));
        Assert.Equal(1, await UseAsync(text));
    }

    [Fact]
    public async Task Given_a_plan_that_names_a_unit_nobody_has_entered_When_put_to_use_Then_it_is_warned_of()
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Folders.Host, "plans", "quang-ngai-ban-qlda.yaml"));
        var file = Path.Combine(setup.DataFolder, "plan.yaml");
        await File.WriteAllTextAsync(file, text.Replace("  - id: S0-14\n", "  - id: S0-14\n    scope: { units: [khong-co] }\n", StringComparison.Ordinal));

        var result = await Command.HostAsync("plan", "use", file, "--data", setup.DataFolder);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("No unit has been entered with the id khong-co (S0-14)", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--urls", "junk")]
    [InlineData("--mqtt", "127.0.0.1:99999")]
    public async Task Given_an_address_that_cannot_be_When_the_host_is_started_Then_it_ends_with_2_and_an_example(string option, string value)
    {
        var result = await Command.HostAsync("serve", option, value, "--data", setup.DataFolder);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("for example", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Signals.Terminate)]
    [InlineData(Signals.Interrupt)]
    public async Task Given_a_host_with_a_connected_device_When_it_is_told_to_stop_Then_it_ends_cleanly_with_0(int signal)
    {
        await using var host = await HostProcess.StartAsync(setup);
        var password = await Command.AddDeviceUserAsync(setup.DataFolder, "meters", "tele/#");
        await using var device = await MqttClient.ConnectAsync(setup.MqttPort, new MqttLogin("meters", password));

        Assert.Equal(0, await host.StopAsync(signal));
        Assert.DoesNotContain("Exception", host.Log, StringComparison.Ordinal);
    }

    private static void AssertOneSecretAlone(CommandResult made)
    {
        Assert.Equal((0, ""), (made.ExitCode, made.Error));
        Assert.Matches(@"^\S{20,}\n$", made.Output.ReplaceLineEndings("\n"));
    }
}
