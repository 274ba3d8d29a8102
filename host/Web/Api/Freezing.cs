using System.Text.Json;
using EmulationPlatform.Storage.Tables;
using EmulationPlatform.Units.Facilities;
using EmulationPlatform.Units.Movement;
using EmulationPlatform.Web.Api.Shapes;

namespace EmulationPlatform.Web.Api;

/// <summary>Makes the board's period official, for the API and for the page.</summary>
internal static class Freezing
{
    /// <param name="accept">Freeze although something stands open that does not block.</param>
    /// <returns>Problems that were found, and what became of it; the result is null when a problem stopped it.</returns>
    public static async Task<(IReadOnlyList<FreezeProblem> Stopped, EntryResult? Result)> DoAsync(
        Agency agency, RecordsDesk records, string reason, long? replaces, bool accept, string author, CancellationToken cancellationToken)
    {
        var stopped = (await agency.Movement.PreflightAsync(cancellationToken)).Where(problem => problem.Blocks || !accept).ToList();
        if (stopped.Count > 0)
        {
            return (stopped, null);
        }

        var board = agency.Board;
        var text = JsonSerializer.Serialize(board.ToJson(agency.Calendar), JsonForm.Options);
        var result = await records.FreezeAsync(board.Plan.Id, board.Period.Name, text, reason, replaces, author);
        if (result.IsDone)
        {
            await agency.Movement.FrozenAsync(cancellationToken);
        }

        return ([], result);
    }

    /// <summary>The running period's official result that no other replaces.</summary>
    public static SnapshotRow? InForce(Agency agency, RecordsDesk records)
    {
        var (board, all) = (agency.Board, records.Snapshots());
        return all.FirstOrDefault(row => row.Movement == board.Plan.Id && row.Period == board.Period.Name && all.All(other => other.Replaces != row.No));
    }
}
