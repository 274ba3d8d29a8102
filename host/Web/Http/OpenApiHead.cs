using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace EmulationPlatform.Web.Http;

internal static class OpenApiHead
{
    public static Task ApplyAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo
        {
            Title = "EmulationPlatform",
            Version = "v1",
            Description =
                "Metered use and scores of an agency's units. Scores, floors and ceilings are 0 to 100; coverage, attainment and changes are fractions "
                + "(0.93 is 93 %). Times are ISO 8601 with offset. Send 'Authorization: Bearer <key>' with every call but /health.",
        };
        return Task.CompletedTask;
    }
}
