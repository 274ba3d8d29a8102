using System.Globalization;
using System.Reflection;
using EmulationPlatform.Web.Api.Shapes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace EmulationPlatform.Web.Http;

/// <summary>Says of every operation how it may refuse, from what stands before the endpoint and what the endpoint returns.</summary>
internal static class OpenApiRefusals
{
    private const string Ready = "health/ready";

    public static async Task ApplyAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        if (context.Description.RelativePath == Ready)
        {
            var readiness = await context.GetOrCreateSchemaAsync(typeof(ReadinessJson), null, cancellationToken);
            Add(operation, StatusCodes.Status200OK, "Ready.", "application/json", readiness);
            Add(operation, StatusCodes.Status503ServiceUnavailable, "Not ready.", "application/json", readiness);
        }

        if (metadata.OfType<IAllowAnonymous>().Any())
        {
            return;
        }

        var problem = await context.GetOrCreateSchemaAsync(typeof(ProblemDetails), null, cancellationToken);
        AddProblem(operation, StatusCodes.Status401Unauthorized, "No key, or one that is not known.", problem);
        if (metadata.OfType<IAuthorizeData>().Any(rule => rule.Policy is not null))
        {
            AddProblem(operation, StatusCodes.Status403Forbidden, "The key's role may not do this.", problem);
            AddProblem(operation, StatusCodes.Status503ServiceUnavailable, "Nothing was stored; send it again after Retry-After.", problem);
        }

        if (metadata.OfType<MethodInfo>().Any(MayMiss))
        {
            AddProblem(operation, StatusCodes.Status404NotFound, "What the address names is not there.", problem);
        }
    }

    /// <summary>The only problem that an endpoint itself answers with, beside wrong fields, is that something is not there.</summary>
    private static bool MayMiss(MethodInfo handler)
    {
        var answer = handler.ReturnType is { IsGenericType: true } task && task.GetGenericTypeDefinition() == typeof(Task<>) ? task.GetGenericArguments()[0] : handler.ReturnType;
        return answer.IsGenericType && answer.GetGenericArguments().Contains(typeof(ProblemHttpResult));
    }

    private static void AddProblem(OpenApiOperation operation, int status, string description, OpenApiSchema schema) =>
        Add(operation, status, description, "application/problem+json", schema);

    private static void Add(OpenApiOperation operation, int status, string description, string type, OpenApiSchema schema)
    {
        operation.Responses ??= [];
        operation.Responses[status.ToString(CultureInfo.InvariantCulture)] = new OpenApiResponse
        {
            Description = description,
            Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal) { [type] = new() { Schema = schema } },
        };
    }
}
