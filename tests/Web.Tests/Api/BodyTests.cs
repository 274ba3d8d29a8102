using System.Text;
using EmulationPlatform.Modules.GreenOffice;
using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.Records;
using EmulationPlatform.Units.Views;
using EmulationPlatform.Web.Api.Bodies;
using EmulationPlatform.Web.Tests.Support;

namespace EmulationPlatform.Web.Tests.Api;

public sealed class BodyTests
{
    private static readonly Dictionary<string, Metric> Metrics = new GreenOfficeModule().Metrics.ToDictionary(metric => metric.Id);

    [Theory]
    [InlineData("""{"name":"Văn phòng"}""", "Văn phòng", "Văn phòng")]
    [InlineData("""{"name":{"vi":"Văn phòng","en":"Office"}}""", "Văn phòng", "Office")]
    [InlineData("""{"name":{"vi":"Văn phòng"}}""", "Văn phòng", "Văn phòng")]
    public void Given_a_name_in_either_form_When_parsed_Then_both_languages_are_filled(string body, string vi, string en) =>
        Assert.Equal(new LocalizedText(vi, en), Unit(body).Record!.Name);

    [Fact]
    public void Given_a_bare_headcount_When_parsed_Then_it_holds_from_the_first_of_January() =>
        Assert.Equal([new DatedNumber(new DateOnly(2026, 1, 1), 12)], Unit("""{"name":"A","headcount":12}""").Record!.Headcount);

    [Fact]
    public void Given_dated_areas_When_parsed_Then_they_are_in_order_of_time()
    {
        var record = Unit("""{"name":"A","area":[{"from":"2026-06-01","value":80.5},{"from":"2025-01-01","value":60}]}""").Record!;

        Assert.Equal([60m, 80.5m], record.AreaSquareMetres.Select(area => area.Value));
    }

    [Fact]
    public void Given_a_unit_that_exists_When_only_its_group_is_sent_Then_the_rest_stays()
    {
        var present = new UnitRecord("a", new("Cũ", "Old"), "nhom-a", [new(new(2025, 1, 1), 7)], []);

        var record = Unit("""{"group":"nhom-b"}""", present).Record;

        Assert.Equal(present with { Group = "nhom-b" }, record! with { Headcount = present.Headcount, AreaSquareMetres = present.AreaSquareMetres });
        Assert.Equal(present.Headcount, record.Headcount);
    }

    [Theory]
    [InlineData("{}", "name")]
    [InlineData("""{"name":""}""", "name")]
    [InlineData("""{"name":{"en":"Office"}}""", "name.vi")]
    [InlineData("""{"name":{"vi":"A","fr":"B"}}""", "name.fr")]
    [InlineData("""{"name":"A","headcount":"12"}""", "headcount")]
    [InlineData("""{"name":"A","headcount":"12,5"}""", "headcount")]
    [InlineData("""{"name":"A","headcount":-1}""", "headcount")]
    [InlineData("""{"name":"A","headcount":1e400}""", "headcount")]
    [InlineData("""{"name":"A","headcount":[{"from":"01/01/2026","value":1}]}""", "headcount[0].from")]
    [InlineData("""{"name":"A","headcount":[{"from":"2026-01-01"}]}""", "headcount[0].value")]
    [InlineData("""{"name":"A","headcount":[{"from":"2026-01-01","value":1},{"from":"2026-01-01","value":2}]}""", "headcount")]
    [InlineData("""{"name":"A","group":"x y"}""", "group")]
    [InlineData("""{"name":"A","colour":"red"}""", "colour")]
    [InlineData("""{"name":"A","name":"B"}""", "body")]
    [InlineData("[]", "body")]
    [InlineData("", "body")]
    [InlineData("{\n \"name\": }", "body")]
    public void Given_a_wrong_unit_When_parsed_Then_the_field_is_named(string body, string field)
    {
        var (record, errors) = Unit(body);

        Assert.Null(record);
        Assert.Contains(field, errors.Keys);
    }

    [Fact]
    public void Given_broken_JSON_When_parsed_Then_the_place_is_told() =>
        Assert.Contains("line 2, byte 10", Unit("{\n \"name\": }").Errors["body"][0], StringComparison.Ordinal);

    [Theory]
    [InlineData("Van-Phong")]
    [InlineData("văn-phòng")]
    [InlineData("a b")]
    [InlineData("-a")]
    public void Given_an_id_that_is_none_When_parsed_Then_it_is_refused(string id)
    {
        var errors = new FieldErrors();
        UnitBody.Parse(id, JsonBody.Parse(Encoding.UTF8.GetBytes("""{"name":"A"}"""), errors)!.Value, null, 2026, errors);

        Assert.Contains("unit", errors.ToDictionary().Keys);
    }

    [Fact]
    public void Given_a_total_When_parsed_Then_twelve_shares_sum_to_it_exactly()
    {
        var record = Baseline("""{"year":2025,"total":1000.000001,"reference":"HĐ 12"}""").Record!;

        Assert.True(record.Flat);
        Assert.Equal(12, record.Months.Count);
        Assert.Equal(1_000_000_001, record.Months.Sum(month => month!.Value.Micro));
    }

    [Fact]
    public void Given_months_When_parsed_Then_a_missing_one_stays_missing()
    {
        var record = Baseline("""{"year":2025,"months":[1,2.5,null,4,5,6,7,8,9,10,11,12],"reference":"HĐ 12"}""").Record!;

        Assert.False(record.Flat);
        Assert.Null(record.Months[2]);
        Assert.Equal(Amount.From(2.5m), record.Months[1]);
    }

    [Theory]
    [InlineData("""{"year":2025,"reference":"HĐ 12"}""", "months")]
    [InlineData("""{"year":2025,"total":1,"months":[],"reference":"HĐ 12"}""", "months")]
    [InlineData("""{"year":2025,"months":[1,2],"reference":"HĐ 12"}""", "months")]
    [InlineData("""{"year":2025,"months":[1,2,3,4,5,6,7,8,9,10,11,-12],"reference":"HĐ 12"}""", "months[11]")]
    [InlineData("""{"year":2025,"months":[1,2,3,4,5,6,7,8,9,10,11,"12,5"],"reference":"HĐ 12"}""", "months[11]")]
    [InlineData("""{"year":2025,"months":[null,null,null,null,null,null,null,null,null,null,null,null],"reference":"HĐ 12"}""", "months")]
    [InlineData("""{"year":2025,"months":[1,2,3,4,5,6,7,8,9,10,11,0],"reference":"HĐ 12"}""", "months[11]")]
    [InlineData("""{"year":2025,"total":0,"reference":"HĐ 12"}""", "total")]
    [InlineData("""{"year":2025,"total":0.000001,"reference":"HĐ 12"}""", "total")]
    [InlineData("""{"year":2025,"total":1}""", "reference")]
    [InlineData("""{"year":2025,"total":1,"reference":null}""", "reference")]
    [InlineData("""{"year":2025,"total":1,"reference":"  "}""", "reference")]
    [InlineData("""{"year":2025,"total":1,"reference":12}""", "reference")]
    [InlineData("""{"year":2025,"total":-1,"reference":"HĐ 12"}""", "total")]
    [InlineData("""{"year":2025,"total":1e11,"reference":"HĐ 12"}""", null)]
    [InlineData("""{"year":2025,"total":2e11,"reference":"HĐ 12"}""", "total")]
    [InlineData("""{"year":2031,"total":1,"reference":"HĐ 12"}""", "year")]
    [InlineData("""{"year":2025.5,"total":1,"reference":"HĐ 12"}""", "year")]
    [InlineData("""{"total":1,"reference":"HĐ 12"}""", "year")]
    public void Given_a_baseline_When_parsed_Then_a_wrong_field_is_named(string body, string? field)
    {
        var (record, errors) = Baseline(body);

        Assert.Equal(field is null, record is not null);
        Assert.Equal(field is null ? [] : [field], errors.Keys);
    }

    [Theory]
    [InlineData("""{"unit":"van-phong"}""", "van-phong", null)]
    [InlineData("""{"unit":null}""", "", null)]
    [InlineData("""{"unit":"van-phong","from":"2026-03-01"}""", "van-phong", "2026-02-28T17:00:00Z")]
    [InlineData("""{"assignedFrom":"2026-03-01T08:00:00+07:00"}""", null, "2026-03-01T01:00:00Z")]
    public void Given_an_assignment_When_parsed_Then_unit_and_start_are_taken(string body, string? unit, string? from)
    {
        var change = Source(body).Change!;

        Assert.Equal(unit, change.Unit);
        Assert.Equal(from is null ? null : Instant.From(DateTimeOffset.Parse(from, System.Globalization.CultureInfo.InvariantCulture)), change.AssignedFrom);
    }

    [Fact]
    public void Given_what_a_source_is_When_parsed_Then_all_of_it_is_taken()
    {
        var change = Source("""{"metric":"water","kind":"gauge","direction":"none","measure":"m3/h","factor":0.5,"registerWidth":100000,"maxRate":12.5}""").Change;

        Assert.Equal(new SourceChange(null, null, "water", SourceKind.Gauge, FlowDirection.None, "m3/h", 0.5m, 100_000m, 12.5m), change);
    }

    [Theory]
    [InlineData("""{"unit":"khong-co"}""", "unit")]
    [InlineData("""{"metric":"steam"}""", "metric")]
    [InlineData("""{"kind":"Counter"}""", "kind")]
    [InlineData("""{"kind":0}""", "kind")]
    [InlineData("""{"direction":"up"}""", "direction")]
    [InlineData("""{"measure":"BTU"}""", "measure")]
    [InlineData("""{"factor":-1}""", "factor")]
    [InlineData("""{"factor":0}""", "factor")]
    [InlineData("""{"factor":null}""", "factor")]
    [InlineData("""{"factor":"1,5"}""", "factor")]
    [InlineData("""{"from":"2026-03-01T08:00:00"}""", "from")]
    [InlineData("""{"from":"2026-03-01","assignedFrom":"2026-03-01"}""", "from")]
    [InlineData("""{"topic":"x"}""", "topic")]
    public void Given_a_wrong_change_of_a_source_When_parsed_Then_the_field_is_named(string body, string field)
    {
        var (change, errors) = Source(body);

        Assert.Null(change);
        Assert.Equal([field], errors.Keys);
    }

    [Theory]
    [InlineData("assignments", "unit")]
    [InlineData("change", "parent")]
    [InlineData("row", "factor")]
    [InlineData("calendar", null)]
    public void Given_a_change_that_the_stored_readings_do_not_bear_When_refused_Then_the_field_and_the_sentence_are_told(string parameter, string? field)
    {
        var refused = new ArgumentException("The factor is too large for the stored readings.", parameter);

        Assert.Equal(field, SourceRefusal.Field(refused));
        Assert.Equal("The factor is too large for the stored readings.", SourceRefusal.Sentence(refused));
    }

    private static (UnitRecord? Record, Dictionary<string, string[]> Errors) Unit(string body, UnitRecord? present = null)
    {
        var errors = new FieldErrors();
        var record = JsonBody.Parse(Encoding.UTF8.GetBytes(body), errors) is { } json ? UnitBody.Parse("a", json, present, 2026, errors) : null;
        return (record, errors.ToDictionary());
    }

    private static (BaselineRecord? Record, Dictionary<string, string[]> Errors) Baseline(string body)
    {
        var errors = new FieldErrors();
        var record = BaselineBody.Parse("a", "electricity", JsonBody.Parse(Encoding.UTF8.GetBytes(body), errors)!.Value, 2026, errors);
        return (record, errors.ToDictionary());
    }

    private static (SourceChange? Change, Dictionary<string, string[]> Errors) Source(string body)
    {
        var errors = new FieldErrors();
        var change = SourceBody.Parse(JsonBody.Parse(Encoding.UTF8.GetBytes(body), errors)!.Value, Some.Source(), ["van-phong"], Metrics, Some.Calendar, errors);
        return (change, errors.ToDictionary());
    }
}
