using System.Text.Json.Nodes;

namespace EmulationPlatform.EndToEnd.Support;

/// <summary>One server-sent event.</summary>
/// <param name="Id">Null when it has none.</param>
internal sealed record StreamEvent(string Name, long? Id, JsonNode Data);
