using System.Text.Json.Nodes;
using EmulationPlatform.Web.Api.Export;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace EmulationPlatform.Web.Http;

/// <summary>Says of every list that it can also be had as CSV or workbook.</summary>
internal static class OpenApiTables
{
    public static Task ApplyAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<ExportMetadata>().Any())
        {
            operation.Parameters ??= [];
            operation.Parameters.Add(Parameter(ExportChoice.Format, "A table for people instead of JSON.", "csv", "xlsx"));
            operation.Parameters.Add(Parameter(ExportChoice.NumberMarks, "Of CSV: vi has 1234,5 and semicolons, invariant 1234.5 and commas; by the language when left out.", "vi", "invariant"));
            operation.Parameters.Add(Parameter("lang", "Language of headers and words.", "vi", "en"));
        }

        return Task.CompletedTask;
    }

    private static OpenApiParameter Parameter(string name, string description, params string[] words) => new()
    {
        Name = name,
        In = ParameterLocation.Query,
        Description = description,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. words.Select(word => (JsonNode)word)] },
    };
}
