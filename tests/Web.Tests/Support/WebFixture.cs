using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using EmulationPlatform.Modules.GreenOffice;
using EmulationPlatform.Scoring.Plans;
using EmulationPlatform.Sdk;
using EmulationPlatform.Storage;
using EmulationPlatform.Storage.Audit;
using EmulationPlatform.Storage.Evidence;
using EmulationPlatform.Units;
using EmulationPlatform.Units.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace EmulationPlatform.Web.Tests.Support;

/// <summary>Pages and API over a real agency in an empty folder, on a free port of this machine.</summary>
public sealed class WebFixture : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("web-tests-");
    private Database database = null!;
    private WebApplication app = null!;

    public Agency Agency { get; private set; } = null!;

    public AccessKeys Keys { get; private set; } = null!;

    public Uri Address { get; private set; } = null!;

    public bool OpenOnLoopback { get; init; }

    public string? PublicAddress { get; init; }

    public async Task InitializeAsync()
    {
        database = Database.Open(new StorageOptions { DataFolder = folder.FullName }, NullLogger.Instance);
        Keys = new AccessKeys(database, TimeProvider.System);
        var module = new GreenOfficeModule();
        var plan = PlanReader.Read(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "plan.yaml")), "plan.yaml").Plan!;
        Agency = await Agency.StartAsync(
            new AgencySetup(
                database, AgencyCalendar.Vietnam, TimeProvider.System, NullLogger.Instance, plan,
                module.Metrics.ToDictionary(metric => metric.Id), module.Indicators.ToDictionary(indicator => indicator.Id), new PluginDirectory()),
            CancellationToken.None);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(Agency).AddSingleton(Keys).AddSingleton(new RecordsDesk(database, new EvidenceStore(folder.FullName), SnapshotSigner.Open(folder.FullName), TimeProvider.System));
        builder.Services.AddEmulationWeb(new WebSettings(OpenOnLoopback, IsDemo: false, "0.0.0.0:1883", folder.FullName) { PublicAddress = PublicAddress });
        app = builder.Build();
        app.MapEmulationWeb();
        await app.StartAsync();
        Address = new Uri(app.Urls.Single());
    }

    /// <summary>Without cookies and without following redirects, so that answers are seen as they are.</summary>
    public HttpClient Client(string? key = null)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };
        if (key is not null)
        {
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        }

        return client;
    }

    public async Task<HttpClient> ClientAsync(Role role, string unit = "") => Client(await Keys.CreateAsync("thu-" + role, role, unit, CancellationToken.None));

    /// <summary>Keeps cookies, as a browser does.</summary>
    public HttpClient Browser() => new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = Address };

    /// <param name="headcount">Null when nobody has entered it.</param>
    public async Task AddUnitAsync(string unit, int? headcount = null)
    {
        using var office = await ClientAsync(Role.Office);
        using var answer = headcount is { } people
            ? await office.PutAsJsonAsync($"/api/v1/units/{unit}", new { name = "Phòng " + unit, group = "nhom-a", headcount = people })
            : await office.PutAsJsonAsync($"/api/v1/units/{unit}", new { name = "Phòng " + unit, group = "nhom-a" });
        answer.EnsureSuccessStatusCode();
    }

    /// <returns>Id of a source that has one reading, of ten minutes ago.</returns>
    public Task<string> AddSourceAsync(string topic, decimal value) =>
        AddSourceAsync(topic, "electricity", (Instant.From(TimeProvider.System.GetUtcNow()).Plus(-TimeSpan.FromMinutes(10)), value));

    /// <returns>Id of a source that has these readings.</returns>
    public async Task<string> AddSourceAsync(string topic, string metric, params (Instant At, decimal Value)[] readings)
    {
        var (sink, _) = await Agency.ConnectAsync("mqtt");
        var source = new SourceDescriptor("mqtt", "thu", topic, metric, SourceKind.Counter, FlowDirection.Import, null, metric == "water" ? "m3" : "kWh");
        var delivery = new TestDelivery
        {
            ReceivedAt = Instant.From(TimeProvider.System.GetUtcNow()),
            Observations = [.. readings.Select(reading => new Observation(source, reading.At, RegisterValue.From(reading.Value)))],
        };
        await sink.SubmitAsync(delivery, CancellationToken.None);
        Assert.True(await delivery.Committed.WaitAsync(TimeSpan.FromSeconds(10)));
        return source.Id;
    }

    public async Task DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        await Agency.DisposeAsync();
        database.Dispose();
        folder.Delete(recursive: true);
    }

    private sealed class TestDelivery : Delivery
    {
        private readonly TaskCompletionSource<bool> settled = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<bool> Committed => settled.Task;

        protected override void Settled(bool committed) => settled.SetResult(committed);
    }
}
