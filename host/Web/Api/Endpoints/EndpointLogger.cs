namespace EmulationPlatform.Web.Api.Endpoints;

internal static class EndpointLogger
{
    public static ILogger Logger(this HttpContext context) =>
        context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("EmulationPlatform.Web.Endpoints");
}
