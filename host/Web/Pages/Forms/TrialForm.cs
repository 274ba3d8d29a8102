using EmulationPlatform.Web.Pages.Facilities;
using Microsoft.AspNetCore.Mvc;

namespace EmulationPlatform.Web.Pages.Forms;

/// <summary>Shows what a profile makes of a message. A post only because a message does not fit into an address; nothing is stored.</summary>
internal static class TrialForm
{
    private const int MostTopic = 1_000;
    private const int MostPayload = 64 * 1024;

    public static void Map(IEndpointRouteBuilder forms) => forms.MapPost("/facilities/test/result", TryAsync);

    private static async Task<RazorComponentResult> TryAsync(
        [FromForm] string? connector, [FromForm] string? topic, [FromForm] string? payload, HttpContext context, Agency agency)
    {
        var asked = new TrialQuestion(connector ?? "", topic?.Trim() ?? "", payload ?? "");
        var isTooMuch = asked.Topic.Length > MostTopic || asked.Payload.Length > MostPayload;
        var trial = asked.Topic.Length == 0 || isTooMuch ? null : await agency.Facilities.TryAsync(asked.Connector, asked.Topic, asked.Payload, context.RequestAborted);
        var problem = (asked.Topic.Length, isTooMuch, trial) switch
        {
            (0, _, _) => "Trial.NeedsTopic",
            (_, true, _) => "Trial.TooMuch",
            (_, _, null) => "Trial.NotRunning",
            _ => null,
        };
        return new RazorComponentResult<TestDocument>(new { Asked = asked, Trial = trial, Problem = problem });
    }
}
