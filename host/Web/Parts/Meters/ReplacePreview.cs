using System.Globalization;
using EmulationPlatform.Sheets;
using EmulationPlatform.Units.Facilities;
using EmulationPlatform.Web.Pages.Forms;

namespace EmulationPlatform.Web.Parts.Meters;

/// <summary>What a replacement would make of the readings around it, before anybody confirms it. Amounts are in the register's measure.</summary>
/// <param name="Before">The last reading of the old device; null when there is none.</param>
/// <param name="After">The newest reading since; null when there is none.</param>
/// <param name="Problem">Why it cannot be; null when it can.</param>
public sealed record ReplacePreview(
    Instant At, decimal OldFinal, decimal NewInitial, ReadingView? Before, ReadingView? After, decimal Factor, LocalizedText? Problem)
{
    public decimal? OldCounts => Before is null ? null : (OldFinal - Before.Value) * Factor;

    public decimal? NewCounts => After is null ? null : (After.Value - NewInitial) * Factor;

    /// <returns>Null while not all three values are given.</returns>
    public static async Task<ReplacePreview?> OfAsync(HttpContext context, Agency agency, SourceView source)
    {
        var asked = context.Request.Query;
        var (finalText, initialText, timeText) = (asked["oldFinal"].ToString().Trim(), asked["newInitial"].ToString().Trim(), asked["at"].ToString());
        if (finalText.Length == 0 || initialText.Length == 0
            || !DateTime.TryParseExact(timeText, "yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return null;
        }

        if (!TryNumber(asked, "oldFinal", out var final) || !TryNumber(asked, "newInitial", out var initial))
        {
            return new ReplacePreview(agency.Calendar.ToInstant(time), 0m, 0m, null, null, source.Factor, FormReader.Both("Form.NotANumber"));
        }

        var at = agency.Calendar.ToInstant(time);
        var before = await LastBeforeAsync(agency, source.Id, at, context.RequestAborted);
        var after = source.LastReading is { } last && last.At >= at ? last : null;
        var refused = await RefusalAsync(agency, source.Id, at, final, initial, context.RequestAborted);
        var problem = refused is { Field: "at" } ? refused.Problem
            : before is not null && final < before.Value ? FormReader.Both("Replace.FinalTooLow")
            : after is not null && initial > after.Value ? FormReader.Both("Replace.InitialTooHigh")
            : refused?.Problem;
        return new ReplacePreview(at, final, initial, before, after, source.Factor, problem);
    }

    /// <summary>What the act itself would say, such as that the exchange is entered already.</summary>
    private static Task<EntryResult?> RefusalAsync(Agency agency, string source, Instant at, decimal final, decimal initial, CancellationToken cancellationToken) =>
        agency.Facilities.RefusalAsync(source, new EventEntry(SourceEventKind.Replacement, at, "") { OldFinal = final, NewInitial = initial }, cancellationToken);

    private static bool TryNumber(IQueryCollection asked, string field, out decimal value) =>
        NumberText.TryParse(asked[field].ToString().Trim(), FormReader.FormOf(asked[field + FormReader.NumbersSuffix]), out value) && value >= 0m;

    /// <summary>Looked for near the moment first: a meter that sends every minute has far too many readings for a month.</summary>
    private static async Task<ReadingView?> LastBeforeAsync(Agency agency, string source, Instant at, CancellationToken cancellationToken)
    {
        foreach (var days in new[] { 1, 40, 4_000 })
        {
            var readings = await agency.ReadingsAsync(source, at.Plus(-TimeSpan.FromDays(days)), at, 100_000, cancellationToken);
            if (readings is [.., var last])
            {
                return last;
            }
        }

        return null;
    }
}
