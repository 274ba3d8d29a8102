using System.ComponentModel;

namespace EmulationPlatform.Web.Api.Shapes;

/// <summary>A stored file; its content is at <c>/api/v1/evidence/{hash}</c>.</summary>
public sealed record EvidenceJson(
    [property: Description("SHA-256 of the content, 64 hexadecimal digits.")] string Hash,
    [property: Description("By its first bytes: image/jpeg, image/png, image/webp or application/pdf.")] string MediaType,
    long Bytes,
    [property: Description("Safe to show and to offer for download.")] string Name);
