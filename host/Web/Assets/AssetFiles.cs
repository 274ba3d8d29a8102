using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace EmulationPlatform.Web.Assets;

/// <summary>Style, script and mark of the pages, carried inside this assembly so that they are there however the host was started.</summary>
internal static class AssetFiles
{
    private static readonly Dictionary<string, Asset> ByPath = new Asset[]
    {
        Load("/css/site.css", "site.css", "text/css; charset=utf-8"),
        Load("/js/live.js", "live.js", "text/javascript; charset=utf-8"),
        Load("/img/mark.svg", "mark.svg", "image/svg+xml"),
    }.ToDictionary(asset => asset.Path);

    /// <summary>Address that changes with the content, so that it can be kept for a year.</summary>
    public static string Url(string path) => $"{path}?v={ByPath[path].Version}";

    public static void Map(IEndpointRouteBuilder routes)
    {
        foreach (var asset in ByPath.Values)
        {
            routes.MapMethods(asset.Path, [HttpMethods.Get, HttpMethods.Head], context => Send(asset, context)).AllowAnonymous().ExcludeFromDescription();
        }
    }

    private static Task Send(Asset asset, HttpContext context)
    {
        context.Response.Headers.CacheControl = context.Request.Query["v"] == asset.Version ? "public, max-age=31536000, immutable" : "no-cache";
        return TypedResults.Bytes(asset.Content, asset.ContentType, entityTag: new EntityTagHeaderValue($"\"{asset.Version}\"")).ExecuteAsync(context);
    }

    private static Asset Load(string path, string name, string contentType)
    {
        using var stream = typeof(AssetFiles).Assembly.GetManifestResourceStream("asset:" + name)
            ?? throw new InvalidOperationException($"The file {name} is missing in the assembly.");
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        var content = memory.ToArray();
        return new Asset(path, contentType, content, Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 8)));
    }

    private sealed record Asset(string Path, string ContentType, byte[] Content, string Version);
}
