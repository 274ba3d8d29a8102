namespace EmulationPlatform.Web.Http;

/// <summary>Refusals in one form: what is wrong, and what to do about it.</summary>
internal static class Problems
{
    public static ProblemHttpResult Unauthorized() => TypedResults.Problem(
        statusCode: StatusCodes.Status401Unauthorized,
        title: "A key is needed.",
        detail: "Send the header 'Authorization: Bearer <key>'. Make a key on the server with: "
            + "dotnet run --project host/App -- key create --name <name> --role Viewer");

    public static ProblemHttpResult Forbidden(string person) => TypedResults.Problem(
        statusCode: StatusCodes.Status403Forbidden,
        title: "This key may not do that.",
        detail: $"'{person}' may read. Units, approvals and official results need the role Office or Admin; sources, readings, events, evidence, proposals and replay "
            + "need Facilities, Office or Admin; the audit log, open points of the plan, verification and appeals' answers need Office, Admin or Council; a unit's figures and "
            + "appeals need its UnitHead, Office, Admin or Council.");

    public static ProblemHttpResult WrongRole(string person, string why) => TypedResults.Problem(
        statusCode: StatusCodes.Status403Forbidden, title: $"'{person}' may not do that.", detail: why);

    public static ProblemHttpResult ForeignPage() => TypedResults.Problem(
        statusCode: StatusCodes.Status403Forbidden,
        title: "The request comes from a page of another site.",
        detail: "Send it from our own pages, or from a program without an Origin header.");

    public static ProblemHttpResult MissingFormToken() => TypedResults.Problem(
        statusCode: StatusCodes.Status400BadRequest,
        title: "The form has no valid token.",
        detail: "Open the page again and send its form; allow cookies for this site.");

    public static ProblemHttpResult NotFound(string what, string id) => TypedResults.Problem(
        statusCode: StatusCodes.Status404NotFound, title: $"There is no {what} '{id}'.");

    public static ProblemHttpResult Closed(string reason) => TypedResults.Problem(
        statusCode: StatusCodes.Status503ServiceUnavailable, title: "Nothing was taken; send it again later.", detail: reason);

    public static ProblemHttpResult OfStatus(int status, string path) => TypedResults.Problem(
        statusCode: status,
        detail: status switch
        {
            StatusCodes.Status404NotFound => $"Nothing answers at '{path}'. The addresses are listed in /openapi/v1.json.",
            StatusCodes.Status405MethodNotAllowed => $"'{path}' does not take this method; the header Allow says which it takes.",
            StatusCodes.Status413PayloadTooLarge => "The body is too large; send it in several parts.",
            StatusCodes.Status415UnsupportedMediaType => "Send the body as application/json.",
            _ => null,
        });
}
