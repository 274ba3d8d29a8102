using System.Globalization;
using EmulationPlatform.Load.Limits;
using EmulationPlatform.Load.Publisher;
if (args is ["bare-server", "--database", var d, "--port", var p]) return await BareServer.RunAsync(d, int.Parse(p, CultureInfo.InvariantCulture), TimeProvider.System, default);
var folder = Directory.CreateTempSubdirectory("load-").FullName;
foreach (var f in InsertLoop.Measure(ReadingTable.Assumed, folder, TimeSpan.FromSeconds(1), TimeProvider.System)) Console.WriteLine(f);
var db = Path.Combine(folder, "bare.db");
ReadingTable.Assumed.Create(db);
int clients = int.Parse(args[0], CultureInfo.InvariantCulture), inflight = int.Parse(args[1], CultureInfo.InvariantCulture), qos = int.Parse(args[2], CultureInfo.InvariantCulture);
await using (var bare = await BareProcess.StartAsync(db, 18830, new Dictionary<string, string>(), TimeProvider.System, default))
{
    var clock = DeviceClock.EndingAt(TimeProvider.System.GetUtcNow(), 900_000L * 8 / clients);
    var devices = Enumerable.Range(0, clients).Select(i => new Device($"load-{i:000}", clock, 7)).ToList();
    for (int k = 0; k < 3; k++)
    {
        await using var fleet = new Fleet(devices, new(MqttVersion.V5, qos, inflight), TimeProvider.System);
        await fleet.ConnectAsync(bare.Address, MqttLogin.Anonymous, default);
        TimeSpan c0 = default, b0 = default; var bp = System.Diagnostics.Process.GetProcessById(bare.Id);
        var fig = await fleet.PublishAsync(new(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3), () => { c0 = System.Diagnostics.Process.GetCurrentProcess().TotalProcessorTime; bp.Refresh(); b0 = bp.TotalProcessorTime; }, () => { bp.Refresh(); Console.WriteLine($"gen cpu {System.Diagnostics.Process.GetCurrentProcess().TotalProcessorTime - c0} bare {bp.TotalProcessorTime - b0}"); }), args.Length > 3 ? double.Parse(args[3], CultureInfo.InvariantCulture) : null, default);
        await fleet.FinishAsync(default);
        Console.WriteLine($"{fig.PerSecond:N0}/s p50 {fig.Latencies.QuantileMilliseconds(.5)} p99 {fig.Latencies.QuantileMilliseconds(.99)} {fleet.Counts}");
    }
}
using (var c = Databases.OpenReadOnly(db)) Console.WriteLine("rows " + Databases.Number(c, "select count(*) from reading"));
Console.WriteLine("rows " + folder);
Directory.Delete(folder, true);
return 0;
