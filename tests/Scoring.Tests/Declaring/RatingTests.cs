using EmulationPlatform.Scoring.Declaring;
using EmulationPlatform.Scoring.Plans;
using EmulationPlatform.Sdk;
using static EmulationPlatform.Scoring.Tests.Declaring.SomeDeclarations;

namespace EmulationPlatform.Scoring.Tests.Declaring;

public sealed class RatingTests
{
    private static readonly PlanFigure Rating = Figure(FigureForm.Rating);

    /// <summary>Each mark with its rater; - withdraws, V is the Office's word about all, R returns all.</summary>
    [Theory]
    [InlineData("a3 b3", "SelfDeclared 3")]
    [InlineData("a3 b4", "SelfDeclared 3.5")]
    [InlineData("a2 b3 c3", "SelfDeclared 3")]
    [InlineData("a1 b3", "NoData the ratings are 2 or more apart")]
    [InlineData("a1 b3 a2", "SelfDeclared 2.5")]
    [InlineData("a3", "NoData one rater so far")]
    [InlineData("", "NoData not rated yet")]
    [InlineData("a3 b3 b-", "NoData one rater so far")]
    [InlineData("a3 b4 V", "Verified 3.5")]
    [InlineData("a1 b3 V2", "Verified 2")]
    [InlineData("a3 b4 V a4", "SelfDeclared 4")]
    [InlineData("a3 b4 V a2", "NoData the ratings are 2 or more apart")]
    [InlineData("a3 b4 R", "NoData not rated yet")]
    public void Given_marks_of_raters_When_read_Then_it_is_their_median_unless_few_or_far_apart(string marks, string expected)
    {
        var result = DeclaredFigure.Of(Rating, Parse(marks), Clock("2026-12-31 08:00"));

        var text = result.State + " " + (result.Value is { } value ? value.ToString("0.#", System.Globalization.CultureInfo.InvariantCulture) : result.Reason!.En);
        Assert.StartsWith(expected, text, StringComparison.Ordinal);
        Assert.Equal(MissingBy.Platform, result.MissingBy);
    }

    [Fact]
    public void Given_a_rater_who_verifies_the_marks_When_read_Then_it_is_not_heard()
    {
        var entries = Parse("a3 b4 V2");
        entries[2] = entries[2] with { Author = "a" };

        Assert.Equal((DataState.SelfDeclared, 3.5m), (DeclaredFigure.Of(Rating, entries, Clock("2026-12-31 08:00")).State, DeclaredFigure.Of(Rating, entries, Clock("2026-12-31 08:00")).Value));
    }

    [Fact]
    public void Given_marks_and_the_office_s_word_When_both_are_asked_for_Then_the_raters_median_stays_visible()
    {
        var both = DeclaredFigure.Both(Rating, Parse("a3 b4 V3"), Clock("2026-12-31 08:00"));

        Assert.Equal((3.5m, 3m, -0.5m, true), (both.Self, both.Verified, both.Difference, both.CheckedCounts));
    }

    [Fact]
    public void Given_one_mark_before_the_due_day_When_read_Then_it_is_not_due() =>
        Assert.Equal(DataState.NotDue, DeclaredFigure.Of(Rating, Parse("a3"), Clock("2026-11-01 08:00")).State);

    private static List<Declaration> Parse(string marks) =>
    [
        .. marks.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select((mark, index) => new Declaration(
            index + 1, "van-phong", Rating.Id, "2026",
            mark[0] == 'V' ? DeclarationKind.Verified : mark[0] == 'R' ? DeclarationKind.Returned : mark[^1] == '-' ? DeclarationKind.Withdrawn : DeclarationKind.Declared,
            mark[0] is 'V' or 'R' ? "vp" : mark[..1], At("2026-05-01 08:00"))
        {
            Rater = mark[0] is 'V' or 'R' ? "" : mark[..1],
            Value = mark.Length > 1 && char.IsDigit(mark[1]) ? mark[1] - '0' : null,
        }),
    ];
}
