using EmulationPlatform.Web.Api.Endpoints;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Hosting;

namespace EmulationPlatform.Web.Live;

internal static class LiveEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/scoreboard/stream", RunAsync)
        .WithTags("scoreboard")
        .Produces<string>(StatusCodes.Status200OK, "text/event-stream")
        .WithSummary("Live changes as server-sent events.")
        .WithDescription(
            "First 'board' and one 'scorecard' per unit (data as a row of the scoreboard, id = sequence), then changes only; 'organisation' when its figures "
            + "change; 'heartbeat' with the server's time and a heartbeat comment every 10 s. A slow reader gets the newest state and skips those between.");

    private static async Task RunAsync(HttpContext context, Agency agency, TimeProvider clock, IHostApplicationLifetime host)
    {
        var response = context.Response;
        response.ContentType = SseFormat.ContentType;
        response.Headers.CacheControl = "no-store";
        response.Headers["X-Accel-Buffering"] = "no";
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();

        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, host.ApplicationStopping);
        var latest = new LatestBoard();
        using var subscription = agency.Changes.Subscribe(latest);
        var viewer = context.Connection.RemoteIpAddress?.ToString() ?? "";
        context.Logger().ViewerJoined(viewer);
        try
        {
            await new LiveStream(response.BodyWriter, agency.Calendar, clock).RunAsync(agency.Board, latest, end.Token);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // The viewer left or the host closes: the ordinary end of a stream.
        }

        context.Logger().ViewerLeft(viewer);
    }
}
