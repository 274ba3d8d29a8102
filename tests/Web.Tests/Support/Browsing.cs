using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using EmulationPlatform.Units.Access;

namespace EmulationPlatform.Web.Tests.Support;

/// <summary>What a person does with the pages in a browser without scripts.</summary>
internal static class Browsing
{
    public static async Task<HttpClient> SignedInAsync(WebFixture web, Role role)
    {
        var key = await web.Keys.CreateAsync("thu-" + role, role, "", CancellationToken.None);
        var browser = web.Browser();
        using var answer = await SendAsync(browser, "/sign-in", "/sign-in", ("key", key));
        Assert.Equal("/home", answer.Headers.Location?.ToString());
        return browser;
    }

    public static async Task<IHtmlDocument> OpenAsync(HttpClient browser, string path) =>
        await new HtmlParser().ParseDocumentAsync(await browser.GetStringAsync(new Uri(path, UriKind.Relative)));

    /// <summary>Sends a form of a page as it stands there, with some fields changed; a file field gets a small picture.</summary>
    public static async Task<HttpResponseMessage> SendAsync(HttpClient browser, string path, string action, params (string Name, string Value)[] changes)
    {
        var page = await OpenAsync(browser, path);
        var form = page.QuerySelector($"form[action='{action}']") ?? throw new InvalidOperationException($"{path} has no form for {action}.");
        var fields = form.QuerySelectorAll("input:not([type=file]):not([type=radio]), select, textarea")
            .Where(field => field is not IHtmlInputElement { Type: "checkbox", IsChecked: false }).DistinctBy(field => field.GetAttribute("name")).ToDictionary(
            field => field.GetAttribute("name")!, field => field switch { IHtmlSelectElement select => select.Value ?? "", IHtmlTextAreaElement area => area.Value ?? "", _ => field.GetAttribute("value") ?? "" });
        foreach (var (name, value) in changes)
        {
            fields[name] = value;
        }

        using var sent = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            sent.Add(new StringContent(value), name);
        }

        if (form.QuerySelector("input[type=file]") is not null && action.EndsWith("/replace", StringComparison.Ordinal))
        {
            sent.Add(new ByteArrayContent([0xFF, 0xD8, 0xFF, 0xE0, 0, 0, 0, 0, 0, 0, 0, 0, 0]), "photo", "bien-ban.jpg");
        }

        return await browser.PostAsync(new Uri(action, UriKind.Relative), sent);
    }
}
