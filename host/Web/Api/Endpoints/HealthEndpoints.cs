using EmulationPlatform.Web.Api.Shapes;

namespace EmulationPlatform.Web.Api.Endpoints;

internal static class HealthEndpoints
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/health").AllowAnonymous().WithTags("health");
        group.MapMethods("/live", Methods, Live).WithSummary("200 while the process answers.");
        group.MapMethods("/ready", Methods, Ready).WithSummary("200 when every vital part is in order and a connector runs, else 503; both say each part and plugin.");
    }

    private static Ok<LivenessJson> Live() => TypedResults.Ok(new LivenessJson("live"));

    private static JsonHttpResult<ReadinessJson> Ready(Agency agency)
    {
        var readiness = ReadinessJson.Of(agency.Health, agency.Plugins);
        return TypedResults.Json(readiness, statusCode: readiness.IsReady() ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }
}
