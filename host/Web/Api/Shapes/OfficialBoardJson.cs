using System.ComponentModel;

namespace EmulationPlatform.Web.Api.Shapes;

/// <summary>An official result with the board as it was shown.</summary>
public sealed record OfficialBoardJson(
    SnapshotJson Snapshot, [property: Description("As GET /api/v1/scoreboard answered when it was frozen.")] RawJson Board)
{
    [Description("Null for results from before there were signatures.")]
    public SignatureJson? Signature { get; init; }
}
