using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace EmulationPlatform.Browser;

/// <summary>One page in a browser of its own, with what it complained about.</summary>
internal sealed class Visit : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private readonly ConcurrentQueue<string> complaints = new();

    public Visit(IBrowserContext context, IPage page)
    {
        this.context = context;
        Page = page;
        page.PageError += (_, error) => complaints.Enqueue(error);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                complaints.Enqueue(message.Text);
            }
        };
    }

    public IPage Page { get; }

    public IEnumerable<string> Complaints => complaints;

    public ILocator Figure(string unit, string target, string field) => Page.Locator($"[data-unit='{unit}'] [data-target='{target}'] [data-field='{field}']");

    public Task IsLiveAsync() => Page.WaitForSelectorAsync("body[data-live='live']");

    /// <summary>Presses the first visible button that says so.</summary>
    public Task PressAsync(string words) => Page.GetByRole(AriaRole.Button, new() { Name = words, Exact = true }).First.ClickAsync();

    public ValueTask DisposeAsync() => context.DisposeAsync();
}
