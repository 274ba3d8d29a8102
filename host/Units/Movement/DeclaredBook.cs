using System.Collections.Concurrent;
using System.Collections.Immutable;
using EmulationPlatform.Scoring.Calendar;
using EmulationPlatform.Scoring.Declaring;
using EmulationPlatform.Scoring.Plans;
using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.Records;
using EmulationPlatform.Storage.Tables;
using Microsoft.Data.Sqlite;

namespace EmulationPlatform.Units.Movement;

/// <summary>What people have declared, and their open appeals, in memory. Read by all units at any time, changed after the disk.</summary>
internal sealed class DeclaredBook
{
    /// <summary>Id of the agency itself among the units.</summary>
    public const string Agency = "";

    private const int GraceDays = 3;

    private readonly AgencyCalendar calendar;
    private readonly ConcurrentDictionary<(string Unit, string Figure, string Period), ImmutableList<StoredDeclaration>> entries = new();
    private volatile ImmutableList<StoredAppeal> appeals;

    private DeclaredBook(AgencyCalendar calendar, IReadOnlyList<StoredAppeal> appeals)
    {
        this.calendar = calendar;
        this.appeals = [.. appeals];
    }

    public IReadOnlyList<StoredAppeal> Appeals => appeals;

    public IEnumerable<StoredDeclaration> All => entries.Values.SelectMany(list => list);

    public static DeclaredBook Empty(AgencyCalendar calendar) => new(calendar, []);

    public static DeclaredBook Load(SqliteConnection connection, AgencySetup setup)
    {
        var book = new DeclaredBook(setup.Calendar, AppealTable.All(connection));
        foreach (var said in DeclarationTable.All(connection))
        {
            book.Add(said);
        }

        return book;
    }

    public void Add(StoredDeclaration said) => entries.AddOrUpdate(Key(said), _ => [said], (_, list) => list.Add(said));

    public void SetAppeals(IReadOnlyList<StoredAppeal> all) => appeals = [.. all];

    public IReadOnlyList<StoredDeclaration> Of(string unit, string figure, string period) => entries.GetValueOrDefault((unit, figure, period)) ?? [];

    public IndicatorResult Of(string unit, PlanFigure figure, Plan plan, Period period, Instant asOf) =>
        DeclaredFigure.Of(figure, [.. Of(unit, figure.Id, period.Name).Select(Shape)], ClockOf(figure, plan, period, asOf));

    /// <summary>The unit's own word and the verified one.</summary>
    public DeclaredPair Both(string unit, PlanFigure figure, Plan plan, Period period, Instant asOf) =>
        DeclaredFigure.Both(figure, [.. Of(unit, figure.Id, period.Name).Select(Shape)], ClockOf(figure, plan, period, asOf));

    /// <summary>Targets of a unit with an open appeal.</summary>
    public IReadOnlySet<string> Disputed(string unit, Period period) =>
        appeals.Where(appeal => appeal.Unit == unit && appeal.Period == period.Name && appeal.Answer is null).Select(appeal => appeal.Target).ToHashSet(StringComparer.Ordinal);

    public static Declaration Shape(StoredDeclaration said) => new(said.No, said.Unit, said.Figure, said.Period, Enum.Parse<DeclarationKind>(said.Kind), said.Author, said.At)
    {
        Value = said.Value,
        Whole = said.Whole,
        BaseYear = said.BaseYear,
        EvidenceOn = said.EvidenceOn,
        CameAt = said.CameAt,
        Rater = said.Rater,
        Comment = said.Comment,
        Evidence = said.Evidence,
    };

    /// <summary>What is declared is due with the unit's yearly report; from three working days after the reminder silence counts (scoring §3.1).</summary>
    private DeclarationClock ClockOf(PlanFigure figure, Plan plan, Period period, Instant asOf)
    {
        var due = figure.Form == FigureForm.Submission ? DutyDay(figure, plan, period) : DueDates.OfDeclarations(plan, calendar, period);
        return new(
            asOf,
            due is { } day ? calendar.StartOf(day.AddDays(1)).Plus(TimeSpan.FromMilliseconds(-1)) : null,
            due is { } last ? calendar.StartOf(WorkingDays.WithoutHolidays.After(last, GraceDays).AddDays(1)) : null,
            (from, to) => WorkingDays.WithoutHolidays.Between(calendar.DayOf(from), calendar.DayOf(to)))
        {
            Calendar = calendar,
        };
    }

    private DateOnly? DutyDay(PlanFigure figure, Plan plan, Period period)
    {
        var year = calendar.ToLocal(period.LastMoment).Year;
        var days = figure.DutyOf(plan) is { } duty ? DueDates.Of(duty.Due, year) : [];
        return days.Count > 0 ? days[^1] : null;
    }

    private static (string, string, string) Key(StoredDeclaration said) => (said.Unit, said.Figure, said.Period);
}
