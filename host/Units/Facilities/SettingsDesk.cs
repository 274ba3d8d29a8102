using System.Text.Json;
using EmulationPlatform.Storage.Audit;
using EmulationPlatform.Storage.ReadingLog;
using EmulationPlatform.Units.Registry;
using EmulationPlatform.Units.Views;

namespace EmulationPlatform.Units.Facilities;

/// <summary>Settings of sources: changed with a reason, kept in their history, and set back from there.</summary>
internal sealed class SettingsDesk(AgencySetup setup, AuditTrail audit)
{
    /// <summary>More than anybody looks at.</summary>
    private const int Longest = 200;

    /// <exception cref="ArgumentException">It does not fit what is stored or other sources, or a reason is missing.</exception>
    public Task PutAsync(AgencyRuntime runtime, SourceEntry entry, SourceChange change, string author, CancellationToken cancellationToken) => SaveAsync(
        runtime, entry, SourceSettings.Apply(entry.Row, change, runtime.Sources), SourceSettings.Assign(entry.No, entry.Assignments, change),
        change.Reason ?? change.Sharing?.Reason, author, cancellationToken);

    /// <summary>Newest first.</summary>
    public IReadOnlyList<SettingsAct> History(AgencyRuntime runtime, SourceEntry entry) =>
    [
        .. setup.Database.Read(connection => AuditTable.Page(connection, null, Longest, SourceShape.Subject(entry.Row.Id), author: null))
            .Select(row => View(runtime.Sources, row)).OfType<SettingsAct>(),
    ];

    /// <summary>Sets what an act changed to what it was before; everything else stays as it is now.</summary>
    /// <returns>Null when there is no such act on the source.</returns>
    public async Task<EntryResult?> SetAgainAsync(
        AgencyRuntime runtime, SourceEntry entry, long no, string reason, string author, CancellationToken cancellationToken)
    {
        var act = setup.Database.Read(connection => AuditTable.Page(connection, no + 1, 1, SourceShape.Subject(entry.Row.Id), author: null)) is [var row] && row.No == no ? row : null;
        if (act is null || View(runtime.Sources, act) is not { CanSetAgain: true } view)
        {
            return null;
        }

        using var before = JsonDocument.Parse(act.Entry.Before!);
        var former = new FormerSettings(before.RootElement, [.. view.Differences.Select(difference => difference.Name)]);
        try
        {
            await SaveAsync(runtime, entry, former.Row(entry.Row), former.Assignments(entry.No, entry.Assignments, reason), reason, author, cancellationToken);
            return EntryResult.Done(no);
        }
        catch (ArgumentException e) when (e.ParamName is "row" or "assignments" or "change")
        {
            return EntryResult.Refused(
                "no", "Giá trị cũ không còn hợp với dữ liệu và các nguồn hiện nay; chưa thay đổi gì.", "The former values no longer fit the readings and sources of today; nothing was changed.");
        }
    }

    private async Task SaveAsync(
        AgencyRuntime runtime, SourceEntry entry, SourceRow row, IReadOnlyList<Assignment> assignments, string? reason, string author, CancellationToken cancellationToken)
    {
        VirtualSources.RequireCountedOnce(runtime.Sources, entry, assignments);
        SettingsReason.Require(runtime.Sources, entry, row, assignments, reason);
        var (before, formerly) = (entry.Row, entry.Assignments);
        await runtime.MoveAsync(
            entry, row, assignments,
            connection => audit.Append(
                connection, author, "source.set", SourceShape.Subject(entry.Row.Id), reason ?? "", SourceShape.Of(before, formerly), SourceShape.Of(row, assignments)),
            cancellationToken);
    }

    /// <returns>Null when nothing was changed.</returns>
    private static SettingsAct? View(SourceRegistry sources, AuditRow row)
    {
        if (row.Entry is not { After: { } after } entry || !IsOfSettings(after))
        {
            return null;
        }

        using var was = JsonDocument.Parse(entry.Before ?? "{}");
        using var became = JsonDocument.Parse(after);
        var names = was.RootElement.EnumerateObject().Concat(became.RootElement.EnumerateObject()).Select(setting => setting.Name).Distinct();
        var differences = names
            .Select(name => new SettingsDifference(name, SettingText.Of(sources, was.RootElement, name), SettingText.Of(sources, became.RootElement, name)))
            .Where(difference => difference.Before != difference.After)
            .ToList();
        return differences.Count == 0
            ? null
            : new SettingsAct(row.No, entry.At, entry.Author, entry.Reason, differences, entry.Before is not null && differences.TrueForAll(FormerSettings.CanSet));
    }

    /// <summary>All settings of a source, or what a virtual one adds up; not an event or a reading.</summary>
    private static bool IsOfSettings(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement is { ValueKind: JsonValueKind.Object } said && (said.TryGetProperty("factor", out _) || said.TryGetProperty("terms", out _));
    }
}
