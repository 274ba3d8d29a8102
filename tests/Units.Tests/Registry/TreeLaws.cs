using EmulationPlatform.Metering;
using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.Records;
using EmulationPlatform.Storage.ReadingLog;
using EmulationPlatform.Storage.Tables;
using EmulationPlatform.Units.Facilities;
using EmulationPlatform.Units.Tests.Support;
using EmulationPlatform.Units.Views;
using FsCheck;
using FsCheck.Fluent;

namespace EmulationPlatform.Units.Tests.Registry;

/// <summary>One reading counts once, whatever hangs behind what and whoever has it.</summary>
public sealed class TreeLaws
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>What other units have follows within a moment; a case that fails is not waited for long, since it is made smaller many times.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(2);

    private static readonly Config Some30 = Config.QuickThrowOnFailure.WithMaxTest(30);

    /// <summary>Six hours before April, so that half of the hours are in each month.</summary>
    private static readonly Instant Begin = Some.Local(3, 31, 18);

    [Fact]
    public void Given_any_installation_When_read_live_and_started_again_Then_the_units_and_nobody_have_what_the_registers_at_the_top_counted() =>
        Prop.ForAll(TreeCases.Any, done => Task.Run(() => HoldsAsync(done)).Wait(Patience)).Check(Some30);

    private static async Task HoldsAsync(TreeCase done)
    {
        await using var test = await StartAsync();
        var registers = Registers(done);
        await SendAsync(test, done, registers, 0, done.Live);
        foreach (var (meter, place) in done.Meters.Select((meter, place) => (meter, place)))
        {
            await PutAsync(test, registers[place], SourceChange.Nothing with
            {
                Counted = meter.Shown ? CountRule.No : CountRule.Auto,
                Parent = meter is { Main: { } main, IsChannel: false } ? registers[main].Id : null,
            });
        }

        foreach (var step in done.Steps)
        {
            await PutAsync(test, registers[step.Meter], Change(step));
        }

        if (done.Sum.Length > 0)
        {
            await test.RestartAsync(connection => AddSum(connection, done, registers));
        }

        await SendAsync(test, done, registers, done.Live, TreeCases.Hours + 1);
        await CheckAsync(test, done);
        await test.RestartAsync();
        await CheckAsync(test, done);
    }

    private static async Task<TestAgency> StartAsync()
    {
        var test = new TestAgency();
        await test.RestartAsync(connection =>
        {
            foreach (var (unit, (march, april)) in TreeModel.People)
            {
                DatedNumber[] people = [new(new DateOnly(2026, 1, 1), march), new(new DateOnly(2026, 4, 1), april)];
                UnitTable.Put(connection, Some.Unit(unit) with { Headcount = people, AreaSquareMetres = [new(new DateOnly(2026, 1, 1), unit.Length * 10)] });
            }
        });
        return test;
    }

    private static SourceDescriptor[] Registers(TreeCase done) =>
    [
        .. done.Meters.Select((meter, place) => meter switch
        {
            { IsChannel: true, Main: { } main } => Some.Meter("m/" + main, "c" + place),
            { IsChannel: true } => Some.Meter("m/" + place, "c" + place),
            _ => Some.Meter("m/" + place),
        }),
    ];

    private static SourceChange Change(TreeStep step) => SourceChange.Nothing with
    {
        Unit = step.Units.Length switch { 0 => "", 1 => step.Units[0], _ => null },
        Sharing = step.Units.Length > 1 ? new Sharing(step.Key, [.. step.Units.Select(unit => KeyValuePair.Create(unit, (decimal)unit.Length))], "agreed") : null,
        AssignedFrom = step.FromHour is { } hour ? Begin.Plus(TimeSpan.FromHours(hour)) : null,
    };

    private static Task<SourceView?> PutAsync(TestAgency test, SourceDescriptor register, SourceChange change) =>
        test.Agency.PutSourceAsync(register.Id, change with { Reason = "so it is" }, "someone", default).InTimeAsync();

    private static async Task SendAsync(TestAgency test, TreeCase done, SourceDescriptor[] registers, int from, int to)
    {
        var observations = Enumerable.Range(from, to - from).SelectMany(hour => registers.Select((register, place) => new Observation(
            register, Begin.Plus(TimeSpan.FromHours(hour)), RegisterValue.From(100m + (done.Meters[place].Uses.Take(hour).Sum() / 1_000m))))).ToArray();
        Assert.True(observations.Length == 0 || await test.SendAsync(test.Message(observations)));
    }

    private static void AddSum(Microsoft.Data.Sqlite.SqliteConnection connection, TreeCase done, SourceDescriptor[] registers)
    {
        var known = SourceTable.All(connection);
        var no = known.Count + 1;
        using var command = connection.CreateCommand();
        command.CommandText =
            $"""
            INSERT INTO source (no, id, connector, profile, topic, metric, kind, direction, channel, measure, first_seen_at, factor)
            VALUES ({no}, 'sum', 'virtual', '', 'sum', 'electricity', 'Counter', 'None', NULL, 'kWh', 0, '1')
            """;
        command.ExecuteNonQuery();
        SourceTable.SetTerms(connection, no, done.Sum.Select(place => new VirtualTerm(no, known.Single(row => row.Id == registers[place].Id).No, 1m)));
        SourceTable.Assign(connection, no, [new Assignment(no, done.SumUnit, null, null)]);
    }

    private static async Task CheckAsync(TestAgency test, TreeCase done)
    {
        var model = new TreeModel(done.Meters);
        var expected = model.Uses(done);
        var tolerance = done.Steps.Any(step => step.Units.Length > 1) ? 0.0001m : 0m;
        await test.Agency.Facilities.WorklistAsync(source: null, default).InTimeAsync();
        foreach (var unit in TreeModel.People.Keys)
        {
            var use = 0m;
            await Eventually.TrueAsync(
                async () => Math.Abs((use = await test.UseAsync(unit)) - (expected[unit] / 1_000m)) <= tolerance, () => $"{unit} has {use} instead of {expected[unit] / 1_000m}", Settling);
        }

        var uses = await Task.WhenAll(TreeModel.People.Keys.Select(test.UseAsync));
        var shownByPages = await Task.WhenAll(TreeModel.People.Keys.Select(unit => UsageAsync(test, unit)));
        var all = await UsageAsync(test, unit: null);
        Assert.Equal((uses.Sum(), uses.Sum()), (shownByPages.Sum(), all));
        if (tolerance == 0m)
        {
            Assert.Equal(model.Whole() / 1_000m, uses.Sum() + (expected[""] / 1_000m));
            Assert.Equal(uses, shownByPages);
        }
    }

    private static async Task<decimal> UsageAsync(TestAgency test, string? unit)
    {
        var year = AgencyCalendar.Vietnam.Year(2026);
        var view = await test.Agency.Facilities.UsageAsync(new UsageQuery(null, unit, "electricity", year.Start, year.End, Granularity.Month), default).InTimeAsync();
        return view!.Rows.Sum(row => row.Amount.ToDecimal());
    }
}
