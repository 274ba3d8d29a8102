using EmulationPlatform.Sdk;
using EmulationPlatform.Units.Facilities;
using EmulationPlatform.Web.Parts.Facilities;
using EmulationPlatform.Web.Tests.Support;
using EmulationPlatform.Web.Texts;

namespace EmulationPlatform.Web.Tests.Facilities;

public sealed class WorkActTests
{
    [Theory]
    [InlineData(FindingKind.Reset, SourceEventKind.ResetConfirmed, "resetYes")]
    [InlineData(FindingKind.ImpossibleRise, SourceEventKind.Dismissed, "skipJump")]
    [InlineData(FindingKind.Conflict, SourceEventKind.Corrected, "keepFirst")]
    [InlineData(FindingKind.Suspect, null, "readNow")]
    [InlineData(FindingKind.NewLine, null, "replaced")]
    [InlineData(FindingKind.LongGap, null, "bill")]
    public void Given_an_entry_of_the_worklist_When_asked_what_to_do_Then_the_obvious_thing_comes_first(FindingKind kind, SourceEventKind? expected, string key)
    {
        var first = WorkActs.Of(SomeMeter.Finding(kind), Some.Calendar)[0];

        Assert.Equal((expected, key), (first.Kind, first.Key));
    }

    [Fact]
    public void Given_a_conflict_When_either_value_is_taken_Then_that_value_is_said_to_be_right()
    {
        var acts = WorkActs.Of(SomeMeter.Finding(FindingKind.Conflict), Some.Calendar);

        Assert.Equal([1_038m, 0.5m], acts.Select(act => act.Value!.Value));
        Assert.All(acts, act => Assert.Equal(Some.At(9, 30), act.At));
    }

    [Fact]
    public void Given_a_gap_When_it_was_an_outage_Then_it_reaches_from_the_reading_before_to_the_one_after()
    {
        var outage = WorkActs.Of(SomeMeter.Finding(FindingKind.LongGap), Some.Calendar).Single(act => act.Kind == SourceEventKind.Outage);

        Assert.Equal((Some.At(8), Some.At(9, 30)), (outage.At, outage.Until));
    }

    [Fact]
    public void Given_every_kind_of_entry_When_shown_Then_all_its_words_exist_in_both_languages()
    {
        foreach (var words in new[] { Words.Vietnamese, Words.English })
        {
            Assert.All(Enum.GetValues<FindingKind>(), kind =>
            {
                Assert.NotNull(words.Find("Finding." + kind));
                Assert.NotNull(words.Find("Finding.Say." + kind));
                Assert.All(WorkActs.Of(SomeMeter.Finding(kind), Some.Calendar), act => Assert.NotNull(words.Find("Act." + act.Key)));
                Assert.All(WorkActs.Of(SomeMeter.Finding(kind), Some.Calendar).Where(act => act.Kind is not null), act => Assert.NotNull(words.Find("Act.Reason." + act.Key)));
            });
        }
    }

    [Theory]
    [InlineData("Alert.", typeof(AlertKind))]
    [InlineData("Alert.Say.", typeof(AlertKind))]
    [InlineData("Alert.Reason.", typeof(AlertKind))]
    [InlineData("MeterState.", typeof(MeterState))]
    [InlineData("Event.", typeof(SourceEventKind))]
    public void Given_a_closed_set_When_shown_Then_each_has_a_word(string family, Type type) =>
        Assert.All(Enum.GetNames(type), name => Assert.NotNull(Words.English.Find(family + name)));
}
