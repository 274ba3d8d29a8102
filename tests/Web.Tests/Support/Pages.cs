using AngleSharp.Html;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using EmulationPlatform.Web.Texts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace EmulationPlatform.Web.Tests.Support;

/// <summary>Renders components as the server does.</summary>
internal static class Pages
{
    public static async Task<IHtmlDocument> RenderAsync<T>(Words words, params (string Name, object? Value)[] parameters)
        where T : IComponent
    {
        var services = new ServiceCollection()
            .AddSingleton(words)
            .AddSingleton<TimeProvider>(new FakeClock(Some.Noon))
            .AddSingleton<AntiforgeryStateProvider, FixedToken>()
            .BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<T>(ParameterView.FromDictionary(parameters.ToDictionary(p => p.Name, p => p.Value)))).ToHtmlString());
        return await new HtmlParser().ParseDocumentAsync(html);
    }

    public static string Pretty(IHtmlDocument document)
    {
        using var writer = new StringWriter();
        document.Body!.ToHtml(writer, new PrettyMarkupFormatter { Indentation = "  ", NewLine = "\n" });
        return writer.ToString();
    }

    private sealed class FixedToken : AntiforgeryStateProvider
    {
        public override AntiforgeryRequestToken? GetAntiforgeryToken() => new("token", "field");
    }
}
