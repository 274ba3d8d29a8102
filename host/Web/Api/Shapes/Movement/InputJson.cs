namespace EmulationPlatform.Web.Api.Shapes.Movement;

/// <param name="Kind"><c>source</c> or <c>declaration</c>.</param>
/// <param name="Href">Readings of the source, or the entry.</param>
public sealed record InputJson(string Id, string Kind, string Href);
