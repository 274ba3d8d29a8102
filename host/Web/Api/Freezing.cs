using System.Text.Json;
using EmulationPlatform.Storage.Tables;
using EmulationPlatform.Units.Facilities;
using EmulationPlatform.Units.Movement;
using EmulationPlatform.Web.Api.Shapes;

namespace EmulationPlatform.Web.Api;

/// <summary>Makes a period's board official, for the API and for the page.</summary>
internal static class Freezing
{
    /// <param name="accept">Freeze although something stands open that does not block.</param>
    /// <returns>Problems that were found, and what became of it; the result is null when a problem stopped it.</returns>
    public static async Task<(IReadOnlyList<FreezeProblem> Stopped, EntryResult? Result)> DoAsync(
        Agency agency, RecordsDesk records, Period period, string reason, long? replaces, bool accept, string author, CancellationToken cancellationToken)
    {
        var board = await agency.Movement.OfficialBoardAsync(period, cancellationToken);
        var stopped = (await agency.Movement.PreflightAsync(board, cancellationToken)).Where(problem => problem.Blocks || !accept).ToList();
        if (stopped.Count > 0)
        {
            return (stopped, null);
        }

        var text = JsonSerializer.Serialize(board.ToJson(agency.Calendar), JsonForm.Options);
        var result = await records.FreezeAsync(board.Plan.Id, board.Period.Name, text, reason, replaces, author);
        if (result.IsDone)
        {
            await agency.Movement.FrozenAsync(cancellationToken);
        }

        return ([], result);
    }

    /// <summary>A period's official result that no other replaces.</summary>
    public static SnapshotJson? InForce(Agency agency, RecordsDesk records, Period period)
    {
        var all = records.Snapshots();
        return all.FirstOrDefault(row => row.Movement == agency.Plan.Id && row.Period == period.Name && all.All(other => other.Replaces != row.No)) is { } found
            ? SnapshotJson.Of(found, all, agency.Calendar)
            : null;
    }
}
