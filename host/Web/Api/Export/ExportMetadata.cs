namespace EmulationPlatform.Web.Api.Export;

/// <summary>The endpoint's list can be had as a table.</summary>
internal sealed record ExportMetadata(string Table);
