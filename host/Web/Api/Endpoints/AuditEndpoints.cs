using EmulationPlatform.Web.Access;
using EmulationPlatform.Web.Api.Bodies;
using EmulationPlatform.Web.Api.Export;
using EmulationPlatform.Web.Api.Shapes;

namespace EmulationPlatform.Web.Api.Endpoints;

/// <summary>Who did what, when and why.</summary>
internal static class AuditEndpoints
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/audit", Get)
        .WithTags("audit")
        .WithTable(Tables.Audit)
        .RequireAuthorization(Policies.Audit)
        .WithSummary("Every act of a person, newest first, with before and after.")
        .WithDescription("before: only rows of a smaller number (the last of the page before); limit: 1 to 1000, default 100; subject such as unit/van-phong; author.");

    private static Results<Ok<List<AuditJson>>, ValidationProblem> Get(
        string? before, string? limit, string? subject, string? author, HttpRequest request, Agency agency, RecordsDesk records)
    {
        var errors = new FieldErrors();
        var query = new QueryReader(request.Query, agency.Calendar, errors)
            .Only(nameof(before), nameof(limit), nameof(subject), nameof(author), ExportChoice.Format, ExportChoice.NumberMarks);
        long? below = query.Text(nameof(before)) is null ? null : query.Whole(nameof(before), 1, long.MaxValue, 1);
        var most = (int)query.Whole(nameof(limit), 1, 1_000, 100);
        return errors.Any
            ? errors.ToProblem()
            : TypedResults.Ok(records.Audit(below, most, query.Text(nameof(subject)), query.Text(nameof(author))).Select(row => AuditJson.Of(row, agency.Calendar)).ToList());
    }
}
