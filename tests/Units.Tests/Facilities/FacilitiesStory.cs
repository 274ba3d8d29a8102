using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.Audit;
using EmulationPlatform.Storage.Records;
using EmulationPlatform.Units.Facilities;
using EmulationPlatform.Units.Tests.Support;
using EmulationPlatform.Units.Views;

namespace EmulationPlatform.Units.Tests.Facilities;

/// <summary>A meter of one unit, and somebody who looks after it.</summary>
public abstract class FacilitiesStory : IAsyncLifetime
{
    protected const string Meter = "m/1";
    protected const string Unit = "mot";
    protected const string Author = "lan";

    private protected TestAgency Test { get; private set; } = null!;

    private protected FacilitiesDesk Desk => Test.Agency.Facilities;

    protected static string Id => Some.Meter(Meter).Id;

    public async Task InitializeAsync() => Test = await TestAgency.StartAsync(Unit, "hai");

    public async Task DisposeAsync() => await Test.DisposeAsync();

    /// <summary>The 31st of July by the hour.</summary>
    protected static Instant At(int hour, int minute = 0) => Some.Local(7, 31, hour, minute);

    /// <summary>One reading an hour, the first at midnight of the 31st; the meter is the unit's.</summary>
    private protected async Task ShowsAsync(params decimal[] values)
    {
        Assert.True(await Test.SendAsync(Test.Message([.. values.Select((value, hour) => TestAgency.Shows(Meter, At(hour), value))])));
        await Test.AssignAsync(Meter, Unit);
    }

    private protected async Task<long> EnterAsync(EventEntry said)
    {
        var result = await Desk.EnterAsync(Id, said, Author, default).InTimeAsync();
        Assert.True(result is { IsDone: true }, result?.Problem?.En);
        return result!.No;
    }

    private protected async Task UndoAsync(long no) => Assert.True((await Desk.UndoAsync(no, "a mistake", Author, default).InTimeAsync())!.IsDone);

    private protected async Task<IReadOnlyList<decimal>> HoursAsync()
    {
        var view = await Test.Agency.ConsumptionAsync(Id, At(0), At(12), Granularity.Hour, default).InTimeAsync();
        return [.. view!.Rows.Select(row => row.Amount.ToDecimal())];
    }

    private protected async Task<IReadOnlyList<FindingKind>> OpenAsync() =>
        [.. (await Desk.WorklistAsync(Id, default).InTimeAsync()).Where(found => found.NeedsDecision).Select(found => found.Kind)];

    private protected async Task<decimal?> ScoredAsync()
    {
        await Test.UseAsync(Unit);
        return (await Test.Agency.UnitAsync(Unit, default).InTimeAsync())!.Row.Card.Targets[0].Result.Value;
    }

    private protected async Task<decimal?> AsOfAsync(Instant asOf) =>
        (await Test.Agency.BoardAsOfAsync(asOf, knownThen: false, default).InTimeAsync()).Units.Single(row => row.Unit == Unit).Card.Targets[0].Result.Value;

    /// <summary>The board says so without anybody asking for hours.</summary>
    private protected Task BoardSaysAsync(decimal use, string unit = Unit) => Eventually.TrueAsync(
        () => Test.Agency.Board.Units.FirstOrDefault(row => row.Unit == unit)?.Card.Targets[0].Result.Value == use, $"the board to say {use} for {unit}");

    private protected IReadOnlyList<AuditRow> Audit()
    {
        Assert.Empty(Test.Database.Read(connection => AuditTable.Verify(connection, dataFolder: null).ToList()));
        return [.. Test.Database.Read(connection => AuditTable.Page(connection, null, 100, null, null)).Reverse()];
    }

    private protected static BaselineRecord Baseline(decimal each, BaselineOrigin madeOf = BaselineOrigin.Months, int year = 2025) =>
        new(Unit, "electricity", year, [.. Enumerable.Repeat((Amount?)Amount.From(each), 12)], madeOf, "HĐ 01/2025");
}
