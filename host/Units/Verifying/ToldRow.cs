using System.Text.Json;
using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.Audit;
using EmulationPlatform.Units.Facilities;

namespace EmulationPlatform.Units.Verifying;

/// <summary>A row of the audit log, compared with what is stored of its act.</summary>
/// <param name="what">What the act made, as sentences begin.</param>
internal sealed class ToldRow(AuditRow row, string what, List<string> differences)
{
    /// <summary>An act takes its time before its row does; waiting for a slow disk lies between.</summary>
    private static readonly TimeSpan LongestAct = TimeSpan.FromMinutes(5);

    public void Author(string stored) => Text("author", stored, row.Entry.Author);

    public void Reason(string stored) => Text("reason", stored, row.Entry.Reason);

    public void At(Instant stored)
    {
        var delay = row.Entry.At - stored;
        if (delay < TimeSpan.Zero || delay > LongestAct)
        {
            Tell("time", stored.ToString(), row.Entry.At.ToString());
        }
    }

    /// <param name="optional">Properties that older rows do not have.</param>
    public void After(object stored, params ReadOnlySpan<string> optional)
    {
        using var told = JsonDocument.Parse(row.Entry.After ?? "null");
        using var kept = JsonDocument.Parse(AuditTrail.Json(stored)!);
        foreach (var (name, value, toldValue) in JsonDifference.Of(kept.RootElement, told.RootElement, optional))
        {
            Tell(name, value, toldValue);
        }
    }

    private void Text(string name, string stored, string told)
    {
        if (AuditTrail.Text(stored) != told)
        {
            Tell(name, $"'{stored}'", $"'{told}'");
        }
    }

    private void Tell(string name, string stored, string told) => differences.Add($"{what}: {name} is stored as {stored}, the audit log (row {row.No}) says {told}.");
}
