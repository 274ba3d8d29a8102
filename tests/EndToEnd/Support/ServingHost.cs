namespace EmulationPlatform.EndToEnd.Support;

/// <summary>A host in <c>serve</c> with one admin key and one device user, shared by the tests of a collection.</summary>
public sealed class ServingHost : IAsyncLifetime
{
    private HostProcess? process;
    private string password = "";
    private string key = "";

    internal HostProcess Process => process!;

    internal HostSetup Setup => Process.Setup;

    internal MqttLogin Login => new("meters", password);

    internal Api Api => new(Setup, key);

    internal Task<MqttClient> ConnectAsync() => MqttClient.ConnectAsync(Setup.MqttPort, Login with { ClientId = Guid.NewGuid().ToString("N") });

    /// <summary>Publishes readings of one meter over MQTT and gives the id of its source.</summary>
    internal async Task<string> PublishAsync(Meter meter, params (DateTimeOffset At, decimal KilowattHours)[] readings)
    {
        await using var device = await ConnectAsync();
        foreach (var (at, kilowattHours) in readings)
        {
            Assert.Equal(0, await device.PublishAsync(meter.Topic, Meter.Message(at, kilowattHours)));
        }

        using var api = Api;
        return await meter.IdAsync(api);
    }

    /// <summary>Publishes, adds a unit of the meter's name and assigns the source to it.</summary>
    internal async Task<string> PublishForUnitAsync(Meter meter, params (DateTimeOffset At, decimal KilowattHours)[] readings)
    {
        var source = await PublishAsync(meter, readings);
        using var api = Api;
        await api.PutUnitAsync(meter.Name);
        await api.AssignAsync(source, meter.Name);
        return source;
    }

    public async Task InitializeAsync()
    {
        process = await HostProcess.StartAsync(HostSetup.New("serve"));
        key = await Command.CreateKeyAsync(Setup.DataFolder, "Admin");
        using var api = Api;
        await api.SettleSavingAsync();
        password = await Command.AddDeviceUserAsync(Setup.DataFolder, "meters", "tele/#");
    }

    public async Task DisposeAsync()
    {
        await Process.DisposeAsync();
        Directory.Delete(Setup.DataFolder, recursive: true);
    }
}
