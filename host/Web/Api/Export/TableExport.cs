using EmulationPlatform.Sheets;
using EmulationPlatform.Web.Api.Bodies;
using EmulationPlatform.Web.Texts;

namespace EmulationPlatform.Web.Api.Export;

/// <summary>Gives a list also as CSV or workbook, when its address asks for one with <c>format</c>.</summary>
internal static class TableExport
{
    public const string CsvType = "text/csv; charset=utf-8";
    public const string XlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const int BufferBytes = 64 * 1024;

    public static RouteHandlerBuilder WithTable<TAnswer, TRow>(this RouteHandlerBuilder endpoint, ExportTable<TAnswer, TRow> table) => endpoint
        .WithMetadata(new ExportMetadata(table.Name))
        .AddEndpointFilter((call, next) => AnswerAsync(call, next, table));

    private static async ValueTask<object?> AnswerAsync<TAnswer, TRow>(
        EndpointFilterInvocationContext call, EndpointFilterDelegate next, ExportTable<TAnswer, TRow> table)
    {
        var context = call.HttpContext;
        var language = LanguageChoice.Of(context);
        var errors = new FieldErrors();
        var choice = ExportChoice.Of(context.Request.Query, language, errors);
        if (errors.Any)
        {
            return errors.ToProblem();
        }

        var answer = await next(call);
        var given = answer is INestedHttpResult nested ? nested.Result : answer;
        return choice is not null && given is IValueHttpResult { Value: TAnswer value }
            ? await FileAsync(table.For(value, new ColumnTexts(language)), table.Name, choice, context.RequestAborted)
            : answer;
    }

    /// <summary>The writer of tables writes at once, which a response must not; a file that vanishes when it is closed stands between them.</summary>
    private static async Task<FileStreamHttpResult> FileAsync(Table table, string name, ExportChoice choice, CancellationToken cancellationToken)
    {
        var file = new FileStream(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, BufferBytes,
            FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        try
        {
            if (choice.IsWorkbook)
            {
                TableWriter.WriteXlsx(table, file, cancellationToken);
            }
            else
            {
                TableWriter.WriteCsv(table, file, choice.Numbers, cancellationToken);
            }

            file.Position = 0;
            return TypedResults.Stream(file, choice.IsWorkbook ? XlsxType : CsvType, name + (choice.IsWorkbook ? ".xlsx" : ".csv"));
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }
}
