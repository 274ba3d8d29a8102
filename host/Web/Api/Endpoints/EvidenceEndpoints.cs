using EmulationPlatform.Storage.Evidence;
using EmulationPlatform.Web.Access;
using EmulationPlatform.Web.Api.Bodies;
using EmulationPlatform.Web.Api.Shapes;
using EmulationPlatform.Web.Http;

namespace EmulationPlatform.Web.Api.Endpoints;

/// <summary>Photos, minutes and bills that prove something.</summary>
internal static class EvidenceEndpoints
{
    private const string Field = "file";
    private const string DefaultName = "evidence";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/evidence", PostAsync)
            .WithTags("evidence")
            .Accepts<Stream>("multipart/form-data", "application/octet-stream", "image/jpeg", "image/png", "image/webp", "application/pdf")
            .RequireAuthorization(Policies.Evidence)
            .WithSummary("Stores a photo or PDF; the answer comes when it is on disk.")
            .WithDescription("One file as multipart/form-data, or its bytes as the body with name in the address. JPEG, PNG, WebP or PDF by its first bytes, at most 10 MB.");
        routes.MapGet("/evidence/{hash}", Get).WithTags("evidence").WithSummary("The file, as it was stored.");
    }

    private static async Task<Results<Created<EvidenceJson>, ValidationProblem>> PostAsync(
        string? name, HttpContext context, RecordsDesk records, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var (content, given) = context.Request.HasFormContentType ? await FileAsync(context.Request, errors, cancellationToken) : (context.Request.Body, name);
        if (content is null)
        {
            return errors.ToProblem();
        }

        await using var closing = content;
        var outcome = await records.AddEvidenceAsync(content, string.IsNullOrWhiteSpace(given) ? DefaultName : given, Principal.NameOf(context), cancellationToken);
        if (outcome is not EvidenceOutcome.Stored stored)
        {
            errors.Add(Field, Refusal(outcome));
            return errors.ToProblem();
        }

        var row = records.FindEvidence(stored.Hash)!;
        return TypedResults.Created($"/api/v1/evidence/{row.Hash}", new EvidenceJson(row.Hash, row.MediaType, row.Bytes, row.Name));
    }

    /// <summary>As a download, whatever it is: nothing that was uploaded is ever shown as a page of ours.</summary>
    private static Results<FileStreamHttpResult, ProblemHttpResult> Get(string hash, RecordsDesk records) =>
        records.FindEvidence(hash) is { } row && records.OpenEvidence(hash) is { } content
            ? TypedResults.Stream(content, row.MediaType, row.Name)
            : Problems.NotFound("evidence", hash);

    private static async Task<(Stream? Content, string? Name)> FileAsync(HttpRequest request, FieldErrors errors, CancellationToken cancellationToken)
    {
        try
        {
            var files = (await request.ReadFormAsync(cancellationToken)).Files;
            if (files is [var file])
            {
                return (file.OpenReadStream(), file.FileName);
            }

            errors.Add(Field, "Send exactly one file.");
        }
        catch (InvalidDataException)
        {
            errors.Add(Field, "This is not a form with a file: it breaks off, or its parts are too many or too large.");
        }

        return (null, null);
    }

    private static string Refusal(EvidenceOutcome outcome) => outcome switch
    {
        EvidenceOutcome.TooLarge tooLarge => $"It is larger than {tooLarge.MostBytes / 1_000_000} MB; make the photo or the scan smaller.",
        EvidenceOutcome.Empty => "It is empty.",
        _ => "It is neither JPEG, PNG, WebP nor PDF, whatever its name says.",
    };
}
