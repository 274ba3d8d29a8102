using EmulationPlatform.Scoring.Declaring;
using EmulationPlatform.Scoring.Plans;
using EmulationPlatform.Sdk;
using static EmulationPlatform.Scoring.Tests.Declaring.SomeDeclarations;

namespace EmulationPlatform.Scoring.Tests.Declaring;

public sealed class DeclarationCheckTests
{
    private static readonly Declaration Proved = Said("2026-05-01 08:00") with { Comment = "Báo cáo 12/BC-VP" };

    public static TheoryData<FigureForm, Declaration, string> Entries => new()
    {
        { FigureForm.Ratio, Proved with { Value = 36m, Whole = 40m }, "" },
        { FigureForm.Ratio, Proved with { Value = 0m, Whole = 0m }, "" },
        { FigureForm.Ratio, Proved with { Value = 41m, Whole = 40m }, "value" },
        { FigureForm.Ratio, Proved with { Value = -1m, Whole = 40m }, "value" },
        { FigureForm.Ratio, Proved with { Value = 1.5m, Whole = 40.5m }, "value whole" },
        { FigureForm.Ratio, Proved, "value whole" },
        { FigureForm.Number, Proved with { Value = 2.5m }, "" },
        { FigureForm.Number, Proved with { Value = -2m }, "value" },
        { FigureForm.Amount, Proved with { Value = 430m, Whole = 500m, BaseYear = 2025, Comment = "" }, "" },
        { FigureForm.Amount, Proved with { Value = 430m }, "whole baseYear" },
        { FigureForm.Amount, Proved with { Value = 430m, Whole = -1m, BaseYear = 2027 }, "whole baseYear" },
        { FigureForm.YesNo, Proved with { Value = 1m, EvidenceOn = new DateOnly(2026, 5, 1) }, "" },
        { FigureForm.YesNo, Proved with { Value = 0m }, "" },
        { FigureForm.YesNo, Proved with { Value = 1m }, "evidenceOn" },
        { FigureForm.YesNo, Proved with { Value = 1m, EvidenceOn = new DateOnly(2026, 5, 2) }, "evidenceOn" },
        { FigureForm.YesNo, Proved with { Value = 0.5m }, "value" },
        { FigureForm.Stage, Proved with { Value = 4m }, "" },
        { FigureForm.Stage, Proved with { Value = 5m }, "value" },
        { FigureForm.Stage, Proved with { Value = 1.5m }, "value" },
        { FigureForm.Rating, Proved with { Value = 4m }, "" },
        { FigureForm.Rating, Proved with { Value = 5m, Comment = " " }, "value comment" },
        { FigureForm.Submission, Proved with { CameAt = Proved.At, Comment = "" }, "" },
        { FigureForm.Submission, Proved with { CameAt = Proved.At.Plus(TimeSpan.FromMinutes(1)) }, "cameAt" },
        { FigureForm.Submission, Proved, "cameAt" },
        { FigureForm.Number, Verified("2026-05-01 08:00"), "" },
        { FigureForm.Number, Verified("2026-05-01 08:00", 3m), "comment" },
        { FigureForm.Number, Verified("2026-05-01 08:00", -3m) with { Comment = "Chỉ có 3 biên bản" }, "value" },
        { FigureForm.Number, Returned("2026-05-01 08:00"), "" },
        { FigureForm.Number, Returned("2026-05-01 08:00") with { Comment = "" }, "comment" },
        { FigureForm.Number, Withdrawn("2026-05-01 08:00"), "comment" },
    };

    [Theory]
    [MemberData(nameof(Entries))]
    public void Given_an_entry_When_checked_Then_the_parts_that_do_not_fit_are_named(FigureForm form, Declaration entry, string fields) =>
        Assert.Equal(fields, string.Join(' ', DeclarationCheck.Of(Figure(form), entry, AgencyCalendar.Vietnam).Select(problem => problem.Field)));

    [Theory]
    [InlineData("", false)]
    [InlineData("Đã làm xong ngày 10/11/2026", false)]
    [InlineData("Tổng số 40 người, 24/7", false)]
    [InlineData("Theo 57-NQ/TW", true)]
    [InlineData("15/2026/NĐ-CP", true)]
    [InlineData("Biên bản số 12 ngày 05/3", true)]
    [InlineData("report no. 7", true)]
    public void Given_no_file_When_the_comment_names_a_document_Then_that_is_evidence(string comment, bool isProved)
    {
        var problems = DeclarationCheck.Of(Figure(FigureForm.Number), Proved with { Value = 3m, Comment = comment.Normalize(System.Text.NormalizationForm.FormD) }, AgencyCalendar.Vietnam);

        Assert.Equal(isProved ? [] : ["evidence"], problems.Select(problem => problem.Field));
        Assert.Empty(DeclarationCheck.Of(Figure(FigureForm.Number), Proved with { Value = 3m, Comment = comment, Evidence = [new string('a', 64)] }, AgencyCalendar.Vietnam));
    }

    [Theory]
    [InlineData("van-phong", "van-phong", false)]
    [InlineData("van-phong", "phong-qlda", true)]
    [InlineData("van-phong", null, true)]
    [InlineData("", "van-phong", true)]
    public void Given_a_rater_When_it_is_of_the_rated_unit_Then_it_may_not_rate(string rated, string? rater, bool may) =>
        Assert.Equal(may, DeclarationCheck.Rater(rated, rater) is null);
}
