using EmulationPlatform.Storage;
using Microsoft.AspNetCore.Diagnostics;

namespace EmulationPlatform.Web.Http;

/// <summary>What an endpoint could not handle becomes an answer without inner details; the details go to the log.</summary>
internal sealed class UnexpectedErrors(ILogger<UnexpectedErrors> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var request = httpContext.Request;
        var status = StatusOf(exception);
        httpContext.Response.StatusCode = status;
        if (status == StatusCodes.Status503ServiceUnavailable)
        {
            logger.NothingTaken(request.Method, request.Path, exception.Message);
            httpContext.Response.Headers.RetryAfter = "5";
        }
        else if (status == StatusCodes.Status500InternalServerError)
        {
            logger.RequestFailed(exception, request.Method, request.Path);
        }

        if (RequestKind.IsForProgram(request))
        {
            var problem = status == StatusCodes.Status503ServiceUnavailable ? Problems.Closed(exception.Message) : Problems.OfStatus(status, request.Path);
            await problem.ExecuteAsync(httpContext);
        }
        else
        {
            await StatusPage.WriteAsync(httpContext);
        }

        return true;
    }

    private static int StatusOf(Exception exception) => exception switch
    {
        SinkClosedException or StorageLostException => StatusCodes.Status503ServiceUnavailable,
        BadHttpRequestException bad => bad.StatusCode,
        _ => StatusCodes.Status500InternalServerError,
    };
}
