using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.Records;
using EmulationPlatform.Units;
using EmulationPlatform.Units.Views;

namespace EmulationPlatform.App.Demo;

/// <summary>
/// The demo agency: on the first start its units and base years, then simulated meters that publish over MQTT: what they
/// should have sent since their last stored reading (since January the first time), then every few seconds.
/// </summary>
internal sealed class DemoMeters(RunningAgency running, HostOptions options, ILogger<DemoMeters> logger) : BackgroundService
{
    private static readonly TimeSpan PublishEvery = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);

    private readonly Agency agency = running.Agency;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var yearStart = agency.Calendar.YearOf(Now()).Start;
        var meters = DemoUnit.All
            .SelectMany(unit => new[] { DemoUse.Electricity, DemoUse.Water }.Select(use => new DemoMeter(unit, use, agency.Calendar, yearStart)))
            .ToList();
        for (var failures = 0; !stoppingToken.IsCancellationRequested; failures++)
        {
            try
            {
                await FoundAsync(meters, stoppingToken);
                await PublishAsync(meters, yearStart, stoppingToken);
            }
            catch (Exception e) when (e is IOException or SinkClosedException && !stoppingToken.IsCancellationRequested)
            {
                // The endpoint starts at the same time; the first refusal only means that it was a moment later.
                if (failures > 0)
                {
                    logger.MetersOffline(e.Message, RetryAfter.TotalSeconds);
                }

                await Task.Delay(RetryAfter, running.Clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private async Task FoundAsync(List<DemoMeter> meters, CancellationToken cancellationToken)
    {
        var known = agency.Units.Select(unit => unit.Id).ToHashSet();
        var from = agency.Calendar.DayOf(agency.Calendar.YearOf(Now()).Start);
        foreach (var unit in DemoUnit.All.Where(unit => !known.Contains(unit.Id)))
        {
            await agency.PutUnitAsync(
                new UnitRecord(unit.Id, unit.Name, unit.Group, [new DatedNumber(from, unit.Headcount)], [new DatedNumber(from, unit.AreaSquareMetres)]),
                "demo", cancellationToken);
            foreach (var meter in meters.Where(meter => meter.Unit == unit))
            {
                await PutBaselineAsync(meter, meter.Metric == DemoUse.Water.Metric ? unit.WaterBaseline : DemoBaseline.Months, cancellationToken);
            }
        }
    }

    private async Task PutBaselineAsync(DemoMeter meter, DemoBaseline kind, CancellationToken cancellationToken)
    {
        if (kind == DemoBaseline.None)
        {
            return;
        }

        var year = DemoPlan.BaseYear;
        var months = Enumerable.Range(1, 12).Select(month => (Amount?)meter.BaselineOf(new YearMonth(year, month))).ToList();
        var flat = kind == DemoBaseline.YearTotal;
        if (flat)
        {
            var total = months.Aggregate(Amount.Zero, (sum, month) => sum + month!.Value);
            months = [.. Enumerable.Repeat((Amount?)new Amount(total.Micro / 12), 12)];
        }

        await agency.Facilities.ProposeBaselineAsync(
            new BaselineRecord(
                meter.Unit.Id, meter.Metric, year, months, flat ? BaselineOrigin.Total : BaselineOrigin.Months, "Hóa đơn năm 2025 (số liệu giả định)"),
            "Số liệu giả định của bản trình diễn", "demo", approve: true, cancellationToken);
    }

    private async Task PublishAsync(List<DemoMeter> meters, Instant yearStart, CancellationToken cancellationToken)
    {
        await using var publisher = await DemoPublisher.ConnectAsync(options.Mqtt, cancellationToken);
        foreach (var meter in meters)
        {
            await CatchUpAsync(publisher, meter, yearStart, cancellationToken);
        }

        using var timer = new PeriodicTimer(PublishEvery, running.Clock);
        do
        {
            var now = Now();
            foreach (var meter in meters)
            {
                await publisher.PublishAsync(meter.Topic, meter.MessageAt(now), cancellationToken);
            }

            await publisher.AcknowledgedAsync(0, cancellationToken);
        }
        while (await timer.WaitForNextTickAsync(cancellationToken));
    }

    private async Task CatchUpAsync(DemoPublisher publisher, DemoMeter meter, Instant yearStart, CancellationToken cancellationToken)
    {
        var now = Now();
        var next = await FindAsync(meter, cancellationToken) is { LastReading: { } last } ? NextHour(last.At) : yearStart;
        for (; next < now; next = next.Plus(TimeSpan.FromHours(1)))
        {
            await publisher.PublishAsync(meter.Topic, meter.MessageAt(next), cancellationToken);
        }

        await publisher.PublishAsync(meter.Topic, meter.MessageAt(now), cancellationToken);
        await publisher.AcknowledgedAsync(0, cancellationToken);
        if (await FindAsync(meter, cancellationToken) is { Unit: null } source)
        {
            await agency.PutSourceAsync(source.Id, SourceChange.Nothing with { Unit = meter.Unit.Id }, "demo", cancellationToken);
        }
    }

    private async Task<SourceView?> FindAsync(DemoMeter meter, CancellationToken cancellationToken) =>
        (await agency.SourcesAsync(new SourceQuery(null, meter.Topic, null), cancellationToken)).FirstOrDefault(source => source.Kind == SourceKind.Counter);

    private static Instant NextHour(Instant instant) => Metering.Hour.Of(instant).End;

    private Instant Now() => Instant.From(running.Clock.GetUtcNow());
}
