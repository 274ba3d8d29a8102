using EmulationPlatform.Scoring.Declaring;
using EmulationPlatform.Scoring.Plans;
using EmulationPlatform.Sdk;

namespace EmulationPlatform.Scoring.Tests.Declaring;

/// <summary>Figures and entries of which a test names only what it is about. Entries are made one after the other, one a minute, on a day of 2026.</summary>
internal static class SomeDeclarations
{
    private static readonly LocalizedText Name = new("Số liệu", "Figure");

    public static Instant Due { get; } = At("2026-11-09 23:59");

    public static Instant SilentFrom { get; } = At("2026-11-16 00:00");

    public static PlanFigure Figure(FigureForm form) => new("digitalization.some", form, Name, null, [Name, Name, Name, Name, Name], 12, 30);

    public static DeclarationClock Clock(string asOf) => new(At(asOf), Due, SilentFrom, WorkingDays);

    /// <summary>A local time, <c>2026-11-09 23:59</c>.</summary>
    public static Instant At(string local) =>
        AgencyCalendar.Vietnam.ToInstant(DateTime.ParseExact(local, "yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture));

    public static Declaration Entry(DeclarationKind kind, string at, decimal? value = null, string author = "an") =>
        new(At(at).UnixMilliseconds / 60_000, "van-phong", "digitalization.some", "2026", kind, author, At(at)) { Value = value };

    public static Declaration Said(string at, decimal? value = null, decimal? whole = null) => Entry(DeclarationKind.Declared, at, value) with { Whole = whole };

    public static Declaration Verified(string at, decimal? value = null, decimal? whole = null) => Entry(DeclarationKind.Verified, at, value, "vp") with { Whole = whole };

    public static Declaration Returned(string at) => Entry(DeclarationKind.Returned, at, author: "vp") with { Comment = "thiếu phụ lục" };

    public static Declaration Withdrawn(string at) => Entry(DeclarationKind.Withdrawn, at);

    /// <summary>Monday to Friday.</summary>
    private static int WorkingDays(Instant from, Instant to)
    {
        var (first, last) = (Day(from), Day(to));
        var days = 0;
        for (var day = first.AddDays(1); day <= last; day = day.AddDays(1))
        {
            days += day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 0 : 1;
        }

        return days;
    }

    private static DateOnly Day(Instant moment) => DateOnly.FromDateTime(AgencyCalendar.Vietnam.ToLocal(moment).DateTime);
}
