using System.Text.Json;
using EmulationPlatform.Modules.GreenOffice;
using EmulationPlatform.Scoring.Plans;

namespace EmulationPlatform.Scoring.Tests.Plans;

/// <summary>The five agencies' plans against their documents.</summary>
public sealed class ShippedPlanTests
{
    private static readonly HashSet<string> Indicators = [.. new GreenOfficeModule().Indicators.Select(indicator => indicator.Id)];

    private static readonly ILookup<string, SeedRow> Rows = JsonSerializer
        .Deserialize<SeedRow[]>(File("corpora", "seed-rows.json"), JsonSerializerOptions.Web)!
        .ToLookup(row => row.Id[..2]);

    public static TheoryData<string, string, string> Plans => new()
    {
        { "quang-ngai-ban-qlda", "S0", "0-quang-ngai-ban-qlda.txt" },
        { "lang-son-so-xay-dung", "S1", "1-lang-son-so-xay-dung.txt" },
        { "ninh-thuan-so-gtvt", "S2", "2-ninh-thuan-so-gtvt.txt" },
        { "da-nang-dang-kiem", "S3", "3-da-nang-dang-kiem.txt" },
        { "dong-nai-so-khcn", "S4", "4-dong-nai-so-khcn.txt" },
    };

    [Theory]
    [MemberData(nameof(Plans))]
    public void Given_a_shipped_plan_When_checked_Then_nothing_is_wrong_with_it(string plan, string seed, string document)
    {
        var result = PlanReader.Read(File("plans", plan + ".yaml"), plan + ".yaml", Indicators);

        // One open point offers the movement's first year as base year, where the document names none: the warning tells what that costs.
        var unexpected = result.Problems.Where(problem => !(plan == "da-nang-dang-kiem" && problem.Message.StartsWith("The base year 2026", StringComparison.Ordinal))).ToList();
        Assert.True(unexpected.Count == 0, string.Join('\n', unexpected));
        Assert.Equal((plan, seed, document), (result.Plan!.Id, seed, document));
    }

    [Theory]
    [MemberData(nameof(Plans))]
    public void Given_a_shipped_plan_When_compared_with_the_list_of_everything_its_document_says_Then_no_row_is_missing_and_none_is_invented(
        string plan, string seed, string document)
    {
        var named = PlanRows.Named(Read(plan));

        Assert.NotEmpty(document);
        Assert.Empty(Rows[seed].Select(row => row.Id).Except(named));
        Assert.Empty(named.Where(row => row.StartsWith('S')).Except(Rows[seed].Select(row => row.Id)));
    }

    /// <summary>What binds somebody is never only background: targets, criteria, duties, phases, awards and quotas are entries of their own.</summary>
    [Theory]
    [MemberData(nameof(Plans))]
    public void Given_a_row_that_binds_When_looked_up_Then_it_is_an_entry_that_does_something(string plan, string seed, string document)
    {
        var acting = PlanRows.Citations(Read(plan)).Where(citation => citation.Entry != "context").SelectMany(citation => citation.Citation.Rows).ToHashSet(StringComparer.Ordinal);
        var explained = Read(plan).Context.Where(row => row.See is not null || row.Kind is ContextKind.Goal or ContextKind.Vision).SelectMany(row => row.Citation.Rows);

        Assert.NotEmpty(document);
        Assert.Empty(Rows[seed].Where(row => row.Kind is "T" or "D" or "N").Select(row => row.Id).Except(acting));
        Assert.Empty(Rows[seed].Where(row => row.Kind is "C" or "P" or "A").Select(row => row.Id).Except(acting.Concat(explained)));
    }

    [Theory]
    [MemberData(nameof(Plans))]
    public void Given_a_shipped_plan_When_compared_with_its_document_Then_every_quote_is_a_whole_sentence_or_item_of_it_word_for_word(string plan, string seed, string document)
    {
        var text = new SeedText(File("seeds", document));
        var quotes = PlanRows.Citations(Read(plan)).Select(citation => citation.Citation.Quote).Where(quote => quote.Length > 0).ToList();

        Assert.NotEmpty(seed);
        Assert.All(quotes, quote => Assert.True(text.Has(quote), quote));
        Assert.All(quotes, quote => Assert.True(text.HasWhole(quote), quote));
        Assert.All(Read(plan).Targets, target => Assert.NotEmpty(target.Citation.Quote));
    }

    [Fact]
    public void Given_the_plans_together_When_read_Then_one_is_an_archive_with_its_words_explained()
    {
        var closed = Assert.Single(Plans.Select(row => Read((string)((object[])row)[0])), plan => plan.IsClosed);

        Assert.Equal("ninh-thuan-so-gtvt", closed.Id);
        Assert.NotEmpty(closed.Terms);
    }

    [Fact]
    public void Given_what_the_plans_leave_open_When_read_Then_only_those_targets_wait_and_each_option_settles_them()
    {
        var plan = Read("quang-ngai-ban-qlda");
        var open = plan.Targets.Where(target => target.Rule is null).ToList();

        Assert.Contains("S0-24", open.Select(target => target.Id));
        Assert.All(open, target => Assert.All(target.Open!.Options, option =>
            Assert.NotNull(OpenPoints.Settle(plan, new Dictionary<string, string> { [target.Open.Id] = option.Id }).Targets.Single(known => known.Id == target.Id).Rule)));
    }

    private static Plan Read(string plan) => PlanReader.Read(File("plans", plan + ".yaml"), plan + ".yaml", Indicators).Plan!;

    private static string File(params string[] path) => System.IO.File.ReadAllText(Path.Combine([AppContext.BaseDirectory, .. path]));
}
