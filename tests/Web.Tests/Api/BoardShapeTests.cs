using System.Text.Encodings.Web;
using System.Text.Json;
using EmulationPlatform.Web.Api.Shapes;
using EmulationPlatform.Web.Tests.Support;

namespace EmulationPlatform.Web.Tests.Api;

public sealed class BoardShapeTests
{
    private static readonly JsonSerializerOptions Indented = new(JsonForm.Options) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public void Given_a_board_When_written_Then_it_has_the_approved_shape() =>
        Approved.Same("scoreboard.json", JsonSerializer.Serialize(Some.Board().ToJson(Some.Calendar), Indented));

    [Theory]
    [InlineData("88.44446", "88.4445")]
    [InlineData("50.00", "50")]
    [InlineData("0.00005", "0.0001")]
    [InlineData("100", "100")]
    public void Given_a_score_When_written_Then_it_is_a_plain_number_of_four_decimals(string score, string expected)
    {
        var board = Some.Board(1, Some.KyThuat()) with { Organisation = Some.Organisation(decimal.Parse(score, System.Globalization.CultureInfo.InvariantCulture)) };

        var json = JsonSerializer.Serialize(board.ToJson(Some.Calendar).Organisation.Score, JsonForm.Options);

        Assert.Equal(expected, json);
    }

    [Fact]
    public void Given_a_unit_without_a_baseline_When_written_Then_its_score_is_neither_0_nor_100()
    {
        var row = Some.KeHoach().ToJson(Some.Calendar);

        Assert.Null(row.Score);
        Assert.Equal(Sdk.DataState.NoBaseline, row.State);
        Assert.Null(row.Targets[0].Delta);
    }
}
