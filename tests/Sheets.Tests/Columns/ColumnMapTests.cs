namespace EmulationPlatform.Sheets.Tests;

public sealed class ColumnMapTests
{
    private static readonly ColumnMap Map = new(
        new KnownColumn("unit", IsRequired: true, "Đơn vị", "Phòng"),
        new KnownColumn("value", IsRequired: true, "Chỉ số", "Giá trị"),
        new KnownColumn("note", IsRequired: false, "Ghi chú"));

    private readonly ImportReport report = new();

    [Theory]
    [InlineData("Đơn vị")]
    [InlineData("don vi")]
    [InlineData("DONVI")]
    [InlineData("đơn_vị")]
    [InlineData("ĐƠN  VỊ")]
    [InlineData("Đo\u031Bn vi\u0323")]
    [InlineData("đơn\u00A0vị")]
    [InlineData("unit")]
    [InlineData("Unit")]
    [InlineData("phong")]
    public void Given_a_header_in_any_spelling_When_matched_Then_it_is_the_known_column(string header)
    {
        var match = Map.Match([header, "chi so"], report);

        Assert.NotNull(match);
        Assert.True(match.Has("unit"));
        Assert.False(match.Has("note"));
        Assert.True(report.IsClean);
    }

    [Theory]
    [InlineData("unit,valeu", "valeu", "Did you mean \"value\"?")]
    [InlineData("unit,value,ghi chus", "ghi chus", "Did you mean \"note\"?")]
    [InlineData("unit,value,Phòng", "Phòng", "Keep one of them.")]
    [InlineData("value", "unit", "its header may be \"unit\" or \"Đơn vị\" or \"Phòng\"")]
    [InlineData("unit,,value", null, "Give it one")]
    public void Given_wrong_headers_When_matched_Then_the_report_says_which_and_what_to_do(string headers, string? column, string advice)
    {
        var match = Map.Match(headers.Split(','), report);

        Assert.Null(match);
        var problem = report.Problems[0];
        Assert.Equal(column, problem.Column);
        Assert.Contains(advice, problem.WhatToDo, StringComparison.Ordinal);
    }

    [Fact]
    public void Given_two_columns_with_one_header_When_the_map_is_made_Then_it_is_refused() =>
        Assert.Throws<ArgumentException>(() => new ColumnMap(new KnownColumn("unit", IsRequired: true, "Đơn vị"), new KnownColumn("department", IsRequired: false, "don vi")));
}
