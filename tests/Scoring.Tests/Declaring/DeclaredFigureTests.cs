using EmulationPlatform.Scoring.Declaring;
using EmulationPlatform.Scoring.Plans;
using EmulationPlatform.Sdk;
using static EmulationPlatform.Scoring.Tests.Declaring.SomeDeclarations;

namespace EmulationPlatform.Scoring.Tests.Declaring;

public sealed class DeclaredFigureTests
{
    private const string Later = "2026-12-31 08:00";
    private static readonly PlanFigure Number = Figure(FigureForm.Number);

    public static TheoryData<string, string, string> Histories => new()
    {
        { "D5", "SelfDeclared 5", "declaration/1" },
        { "D5 V", "Verified 5", "declaration/1 declaration/2" },
        { "D5 V3", "Verified 3", "declaration/1 declaration/2" },
        { "D5 V3 D4", "SelfDeclared 4", "declaration/3" },
        { "D5 V3 D4 V", "Verified 4", "declaration/3 declaration/4" },
        { "D5 v3", "SelfDeclared 5", "declaration/1" },
        { "V3", "NoData", "" },
        { "D5 R", "NoData", "declaration/1 declaration/2" },
        { "D5 R D6", "SelfDeclared 6", "declaration/3" },
        { "D5 R V", "Verified 5", "declaration/1 declaration/3" },
        { "D5 V3 R", "NoData", "declaration/1 declaration/3" },
        { "R D5", "SelfDeclared 5", "declaration/2" },
        { "D5 W", "NoData", "declaration/2" },
        { "D5 D6 W", "NoData", "declaration/3" },
        { "D5 V W V4", "NoData", "declaration/3" },
        { "D5 W D6", "SelfDeclared 6", "declaration/3" },
    };

    [Theory]
    [MemberData(nameof(Histories))]
    public void Given_entries_one_after_the_other_When_looked_at_Then_the_one_that_counts_is_found(string history, string expected, string inputs)
    {
        var result = DeclaredFigure.Of(Number, Parse(history), Clock(Later));

        Assert.Equal(expected, (result.State + " " + result.Value).TrimEnd());
        Assert.Equal(inputs, string.Join(' ', result.Inputs));
        Assert.Equal(result.Value, result.Least);
        Assert.Equal(result.Value, result.Most);
        Assert.Equal(result.Value is null ? 0m : 1m, result.Coverage);
    }

    [Theory]
    [InlineData("2026-11-09 23:59", DataState.NotDue, MissingBy.Platform, "not due yet")]
    [InlineData("2026-11-10 00:00", DataState.NoData, MissingBy.Platform, "reminder")]
    [InlineData("2026-11-15 23:59", DataState.NoData, MissingBy.Platform, "reminder")]
    [InlineData("2026-11-16 00:00", DataState.NoData, MissingBy.Unit, "counts as nothing")]
    public void Given_no_entry_When_time_passes_Then_it_is_not_due_then_missing_then_the_unit_s_own_fault(string asOf, DataState state, MissingBy by, string reason)
    {
        var result = DeclaredFigure.Of(Number, [], Clock(asOf));

        Assert.Equal((state, by, null), (result.State, result.MissingBy, result.Value));
        Assert.Contains(reason, result.Reason!.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Given_no_due_moment_When_nothing_is_said_Then_it_is_never_missing()
    {
        var result = DeclaredFigure.Of(Number, [], Clock(Later) with { Due = null });

        Assert.Equal(DataState.NotDue, result.State);
        Assert.Equal(5m, DeclaredFigure.Of(Number, Parse("D5"), Clock(Later) with { Due = null }).Value);
    }

    [Theory]
    [InlineData("2026-11-18 23:59", MissingBy.Platform)]
    [InlineData("2026-11-19 00:00", MissingBy.Unit)]
    public void Given_an_entry_returned_late_When_two_working_days_have_passed_Then_its_absence_counts(string asOf, MissingBy by)
    {
        Declaration[] entries = [Said("2026-11-09 08:00", 5m), Returned("2026-11-16 09:00")];

        var result = DeclaredFigure.Of(Number, entries, Clock(asOf));

        Assert.Equal((DataState.NoData, by), (result.State, result.MissingBy));
        Assert.Contains("thiếu phụ lục", result.Reason!.Vi, StringComparison.Ordinal);
    }

    [Fact]
    public void Given_entries_after_the_moment_When_looked_back_at_Then_they_do_not_exist_yet()
    {
        Declaration[] entries = [Said("2026-05-01 08:00", 5m), Verified("2026-06-01 08:00", 3m)];

        Assert.Equal(5m, DeclaredFigure.Of(Number, entries, Clock("2026-05-31 08:00")).Value);
        Assert.Equal(3m, DeclaredFigure.Of(Number, entries, Clock("2026-06-01 08:00")).Value);
        Assert.Equal(At("2026-06-01 08:00"), DeclaredFigure.Of(Number, entries, Clock(Later)).UpdatedAt);
    }

    [Theory]
    [InlineData("D5", "5 _ _ False")]
    [InlineData("D5 V3", "5 3 -2 True")]
    [InlineData("D5 V3 D4", "4 3 -1 False")]
    [InlineData("D5 R", "5 _ _ False")]
    [InlineData("D5 V3 W", "_ _ _ False")]
    [InlineData("", "_ _ _ False")]
    public void Given_entries_When_both_values_are_asked_for_Then_self_and_verified_stand_side_by_side(string history, string expected)
    {
        var both = DeclaredFigure.Both(Number, Parse(history), Clock(Later));

        Assert.Equal(expected, $"{Text(both.Self)} {Text(both.Verified)} {Text(both.Difference)} {both.CheckedCounts}");
        Assert.Equal(history.Contains('V', StringComparison.Ordinal) && both.Verified is not null ? "lý do" : null, both.Checked?.Comment);
    }

    private static string Text(decimal? value) => value?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "_";

    /// <summary>D declared, V verified, R returned, W withdrawn; v by the author of the declaration.</summary>
    private static List<Declaration> Parse(string history) =>
    [
        .. history.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select((word, index) => new Declaration(
            index + 1, "van-phong", Number.Id, "2026",
            word[0] switch { 'D' => DeclarationKind.Declared, 'R' => DeclarationKind.Returned, 'W' => DeclarationKind.Withdrawn, _ => DeclarationKind.Verified },
            word[0] is 'V' or 'R' ? "vp" : "an", At("2026-05-01 08:00"))
        {
            Value = word.Length > 1 ? word[1] - '0' : null,
            Comment = "lý do",
        }),
    ];
}
