using EmulationPlatform.Metering;
using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.Records;
using EmulationPlatform.Storage.Tables;
using EmulationPlatform.Units.Views;

namespace EmulationPlatform.Units.Facilities;

/// <summary>Base years: proposed with a reason, approved by another role, kept in versions.</summary>
internal sealed class BaselineDesk(AgencySetup setup, AuditTrail audit, UsageDesk usage)
{
    public IReadOnlyList<BaselineVersion> Versions(string? unit) =>
        [.. setup.Database.Read(BaselineTable.Versions).Where(version => unit is null || version.Baseline.Unit == unit)];

    /// <summary>Kept as a proposal; it counts once approved.</summary>
    /// <param name="approve">The proposer may approve and does so at once.</param>
    /// <returns>Number of the version.</returns>
    public Task<long> ProposeAsync(BaselineRecord baseline, string reason, string author, bool approve) => setup.Database.WriteAsync(connection =>
    {
        var now = audit.Now;
        var no = BaselineTable.Propose(connection, baseline, reason, author, now);
        audit.Append(connection, author, "baseline.proposed", BaselineShape.Subject(baseline), reason, before: null, after: BaselineShape.Of(baseline, reason, no));
        if (approve)
        {
            BaselineTable.Decide(connection, no, new BaselineDecision(true, reason, author, now));
            audit.Append(connection, author, "baseline.approved", BaselineShape.Subject(baseline), reason, before: null, after: no);
        }

        return no;
    });

    /// <returns>Null when there is no such version.</returns>
    public async Task<EntryResult?> DecideAsync(long no, bool approved, string reason, string author)
    {
        if (setup.Database.Read(connection => BaselineTable.Find(connection, no)) is not { } version)
        {
            return null;
        }

        if (version.Decision is { } decision)
        {
            return EntryResult.Refused("version", $"{decision.Author} đã quyết định về số liệu gốc này; hãy đề nghị một bản mới.", $"{decision.Author} has decided about it; propose a new version.");
        }

        await setup.Database.WriteAsync(connection =>
        {
            BaselineTable.Decide(connection, no, new BaselineDecision(approved, reason, author, audit.Now));
            audit.Append(connection, author, approved ? "baseline.approved" : "baseline.refused", BaselineShape.Subject(version.Baseline), reason, before: null, after: no);
        });
        return EntryResult.Done(no);
    }

    /// <summary>The unit's months of a year as they were measured here; a month that is not over or not wholly covered is missing.</summary>
    public BaselineRecord? FromReadings(AgencyRuntime runtime, string unit, string metric, int year)
    {
        var period = setup.Calendar.Year(year);
        if (usage.Of(runtime, new UsageQuery(null, unit, metric, period.Start, period.End, Granularity.Month)) is not { } measured)
        {
            return null;
        }

        // A month counts when less than half a per cent of it is unknown: the first reading of a meter is never at midnight.
        var months = measured.Rows.Select(row => row.Coverage >= 0.995m && row.End <= audit.Now ? row.Amount : (Amount?)null).ToList();
        return new BaselineRecord(unit, metric, year, months, BaselineOrigin.Readings, string.Join(", ", measured.Sources));
    }
}
