using System.Net;
using EmulationPlatform.Web.Tests.Support;

namespace EmulationPlatform.Web.Tests.Pages;

public sealed class FreshInstallationTests
{
    [Fact]
    public async Task Given_no_key_at_all_When_the_first_page_is_opened_Then_it_says_how_to_begin_and_shows_no_data()
    {
        var web = new WebFixture();
        await web.InitializeAsync();
        try
        {
            using var client = web.Client();

            var html = await client.GetStringAsync(new Uri("/", UriKind.Relative));
            using var sources = await client.GetAsync(new Uri("/sources", UriKind.Relative));

            Assert.Contains("dotnet run --project host/App -- key create --name quan-tri --role Admin --data &quot;", html, StringComparison.Ordinal);
            Assert.Contains("Các bước đầu tiên", html, StringComparison.Ordinal);
            Assert.DoesNotContain("Quảng Ngãi", html, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.Redirect, sources.StatusCode);
        }
        finally
        {
            await web.DisposeAsync();
        }
    }

    [Fact]
    public async Task Given_the_demo_When_this_machine_asks_by_its_name_Then_no_key_is_needed()
    {
        var web = new WebFixture { OpenOnLoopback = true };
        await web.InitializeAsync();
        try
        {
            using var client = web.Client();
            using var open = await client.GetAsync(new Uri("/api/v1/units", UriKind.Relative));
            using var renamed = new HttpRequestMessage(HttpMethod.Get, "/api/v1/units");
            renamed.Headers.Host = "evil.example";
            using var closed = await client.SendAsync(renamed);

            Assert.Equal(HttpStatusCode.OK, open.StatusCode);
            Assert.Equal(HttpStatusCode.Unauthorized, closed.StatusCode);
        }
        finally
        {
            await web.DisposeAsync();
        }
    }
}
