using EmulationPlatform.Sdk;
using EmulationPlatform.Units.Access;
using EmulationPlatform.Units.Facilities;
using EmulationPlatform.Web.Tests.Support;

namespace EmulationPlatform.Web.Tests.Facilities;

/// <summary>What the wizard foretells is what the act would do.</summary>
public sealed class ReplacePreviewTests(WebFixture web) : IClassFixture<WebFixture>
{
    [Fact]
    public async Task Given_an_exchange_that_is_entered_When_it_is_previewed_again_minutes_later_Then_the_wizard_refuses_it()
    {
        var at = Instant.From(new DateTimeOffset(2026, 3, 2, 8, 30, 0, TimeSpan.FromHours(7)));
        var source = await web.AddSourceAsync("thay/hai-lan", "electricity", (at.Plus(-TimeSpan.FromMinutes(15)), 1010m), (at.Plus(TimeSpan.FromMinutes(15)), 5m));
        var said = new EventEntry(SourceEventKind.Replacement, at, "Hỏng") { OldFinal = 1020, NewInitial = 0 };
        Assert.True((await web.Agency.Facilities.EnterAsync(source, said, "thu", default))!.IsDone);
        using var browser = await Browsing.SignedInAsync(web, Role.Facilities);

        var page = await Browsing.OpenAsync(browser, $"/sources/{source}?open=replace&oldFinal=1020&newInitial=0&at=2026-03-02T08:31");

        Assert.Contains("Đã ghi một lần thay công tơ lúc 02/03/2026 08:30:00", page.QuerySelector("#replace .preview [role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("#replace-form"));
    }
}
