using EmulationPlatform.Sdk;
using EmulationPlatform.Storage;
using EmulationPlatform.Web.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace EmulationPlatform.Web.Tests.Access;

public sealed class UnexpectedErrorsTests
{
    public static TheoryData<Exception, int, string?> Cases => new()
    {
        { new SinkClosedException("The disk is full."), 503, "5" },
        { new StorageLostException("The disk is full."), 503, "5" },
        { new BadHttpRequestException("Request body too large.", 413), 413, null },
        { new InvalidOperationException("secret inner detail"), 500, null },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Given_an_exception_When_a_program_asked_Then_it_becomes_a_problem_without_inner_details(Exception exception, int status, string? retryAfter)
    {
        using var body = new MemoryStream();
        var context = new DefaultHttpContext { RequestServices = new ServiceCollection().AddLogging().AddProblemDetails().BuildServiceProvider() };
        context.Request.Path = "/api/v1/readings";
        context.Response.Body = body;

        Assert.True(await new UnexpectedErrors(NullLogger<UnexpectedErrors>.Instance).TryHandleAsync(context, exception, CancellationToken.None));

        Assert.Equal(status, context.Response.StatusCode);
        Assert.Equal(retryAfter, (string?)context.Response.Headers.RetryAfter);
        Assert.Equal("application/problem+json", context.Response.ContentType);
        Assert.DoesNotContain("secret", System.Text.Encoding.UTF8.GetString(body.ToArray()), StringComparison.Ordinal);
    }
}
