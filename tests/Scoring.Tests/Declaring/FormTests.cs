using EmulationPlatform.Scoring.Declaring;
using EmulationPlatform.Scoring.Plans;
using EmulationPlatform.Sdk;
using static EmulationPlatform.Scoring.Tests.Declaring.SomeDeclarations;

namespace EmulationPlatform.Scoring.Tests.Declaring;

public sealed class FormTests
{
    private const string Later = "2026-12-31 08:00";

    [Fact]
    public void Given_n_of_d_When_read_Then_it_is_a_share_with_its_counts()
    {
        var result = DeclaredFigure.Of(Figure(FigureForm.Ratio), [Said("2026-05-01 08:00", 36m, 40m)], Clock(Later));

        Assert.Equal((DataState.SelfDeclared, 0.9m, 0.9m, 0.9m, 36m, 40m, 1m), (result.State, result.Value, result.Least, result.Most, result.Numerator, result.Denominator, result.Coverage));
    }

    [Theory]
    [InlineData(0, 0, DataState.NoData)]
    [InlineData(0, 4, DataState.SelfDeclared)]
    [InlineData(5, 4, DataState.Failed)]
    [InlineData(null, 4, DataState.Failed)]
    [InlineData(4, null, DataState.Failed)]
    public void Given_n_of_d_at_its_limits_When_read_Then_nothing_breaks(int? part, int? whole, DataState state)
    {
        var result = DeclaredFigure.Of(Figure(FigureForm.Ratio), [Said("2026-05-01 08:00", part, whole)], Clock(Later));

        Assert.Equal((state, state == DataState.SelfDeclared), (result.State, result.Reason is null));
    }

    /// <summary>Nobody takes a target off their own sheet.</summary>
    [Fact]
    public void Given_nothing_to_count_When_the_unit_says_so_Then_it_waits_and_when_verified_Then_it_does_not_apply()
    {
        Declaration[] entries = [Said("2026-05-01 08:00", 0m, 0m), Verified("2026-05-02 08:00")];

        Assert.Equal(DataState.NoData, DeclaredFigure.Of(Figure(FigureForm.Ratio), entries[..1], Clock(Later)).State);
        Assert.Equal(DataState.NotApplicable, DeclaredFigure.Of(Figure(FigureForm.Ratio), entries, Clock(Later)).State);
    }

    [Fact]
    public void Given_a_verified_n_without_d_When_read_Then_the_declared_d_stays()
    {
        Declaration[] entries = [Said("2026-05-01 08:00", 36m, 40m), Verified("2026-05-02 08:00", 30m)];

        Assert.Equal((0.75m, 0.9m), (DeclaredFigure.Of(Figure(FigureForm.Ratio), entries, Clock(Later)).Value, DeclaredFigure.Both(Figure(FigureForm.Ratio), entries, Clock(Later)).Self));
    }

    [Fact]
    public void Given_an_amount_When_read_Then_it_stands_beside_its_base_year()
    {
        var result = DeclaredFigure.Of(Figure(FigureForm.Amount), [Said("2026-05-01 08:00", 430m, 500m) with { BaseYear = 2025 }], Clock(Later));

        Assert.Equal((430m, 500m, 500m, 2025), (result.Value, result.Reference, result.ReferenceElapsed, result.BaselineYear));
    }

    [Theory]
    [InlineData(1, "2026-12-30 23:59", DataState.SelfDeclared, 1)]
    [InlineData(1, "2027-03-05 23:59", DataState.SelfDeclared, 1)]
    [InlineData(1, "2027-03-06 00:00", DataState.Stale, 1)]
    [InlineData(1, "2027-04-04 23:59", DataState.Stale, 1)]
    [InlineData(1, "2027-04-05 00:00", DataState.Stale, 0)]
    [InlineData(0, "2030-01-01 00:00", DataState.SelfDeclared, 0)]
    public void Given_yes_or_no_When_its_evidence_ages_Then_yes_goes_stale_and_counts_as_no_after_the_grace(int value, string asOf, DataState state, int expected)
    {
        var entry = Said("2026-03-10 08:00", value) with { EvidenceOn = new DateOnly(2026, 3, 5) };

        var result = DeclaredFigure.Of(Figure(FigureForm.YesNo), [entry, Verified("2026-03-11 08:00")], Clock(asOf));

        Assert.Equal((state == DataState.SelfDeclared ? DataState.Verified : state, (decimal)expected), (result.State, result.Value));
    }

    [Theory]
    [InlineData(4, DataState.SelfDeclared)]
    [InlineData(5, DataState.Failed)]
    public void Given_a_stage_When_read_Then_it_is_one_of_those_named(int stage, DataState state) =>
        Assert.Equal(state, DeclaredFigure.Of(Figure(FigureForm.Stage), [Said("2026-05-01 08:00", stage)], Clock(Later)).State);

    /// <summary>Due at the end of Monday 09/11/2026. R: returned, r: reworked.</summary>
    [Theory]
    [InlineData("D 2026-11-09 23:59", 0)]
    [InlineData("D 2026-11-10 08:30", 1)]
    [InlineData("D 2026-11-14 08:30", 4)]
    [InlineData("D 2026-11-09 08:00|R 2026-11-12 08:00|D 2026-11-16 17:00", 0)]
    [InlineData("D 2026-11-09 08:00|R 2026-11-12 08:00|D 2026-11-17 08:00", 6)]
    [InlineData("D 2026-11-09 08:00|R 2026-11-12 08:00|D 2026-11-13 08:00|R 2026-11-18 08:00|D 2026-11-20 08:00|V 2026-11-23 08:00", 0)]
    [InlineData("D 2026-11-09 08:00|D 2026-11-12 08:00", 3)]
    public void Given_a_report_When_read_Then_its_value_is_the_working_days_it_is_late(string history, int late)
    {
        var result = DeclaredFigure.Of(Figure(FigureForm.Submission), Reports(history), Clock(Later));

        Assert.Equal((decimal)late, result.Value);
    }

    [Fact]
    public void Given_a_report_that_comes_on_a_day_off_after_its_due_day_When_read_Then_it_is_late()
    {
        var due = At("2026-11-13 23:59");

        var result = DeclaredFigure.Of(Figure(FigureForm.Submission), Reports("D 2026-11-14 08:00"), Clock(Later) with { Due = due });

        Assert.Equal(1m, result.Value);
    }

    [Fact]
    public void Given_a_rework_with_a_time_from_before_the_return_When_entered_late_Then_the_time_of_entry_counts()
    {
        var entries = Reports("D 2026-11-09 08:00|R 2026-11-12 08:00|D 2026-11-30 08:00");
        entries[2] = entries[2] with { CameAt = At("2026-11-09 08:00") };

        Assert.Equal(15m, DeclaredFigure.Of(Figure(FigureForm.Submission), entries, Clock(Later)).Value);
    }

    [Fact]
    public void Given_a_report_that_the_office_found_to_have_come_later_When_read_Then_its_time_counts()
    {
        var entries = Reports("D 2026-11-09 08:00|V 2026-11-12 08:00");
        entries[1] = entries[1] with { CameAt = At("2026-11-11 08:00") };

        var both = DeclaredFigure.Both(Figure(FigureForm.Submission), entries, Clock(Later));

        Assert.Equal((0m, 2m, 2m), (both.Self, both.Verified, both.Difference));
    }

    private static List<Declaration> Reports(string history) =>
    [
        .. history.Split('|').Select(part => part[0] switch
        {
            'R' => Returned(part[2..]),
            'V' => Verified(part[2..]),
            _ => Said(part[2..]) with { CameAt = At(part[2..]) },
        }),
    ];
}
