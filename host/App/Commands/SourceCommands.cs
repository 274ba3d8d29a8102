using System.CommandLine;
using System.Text.Json;
using EmulationPlatform.App.Control;
using EmulationPlatform.Sheets;
using EmulationPlatform.Units.Importing;

namespace EmulationPlatform.App.Commands;

/// <summary><c>source import</c> and <c>verify</c>.</summary>
internal static class SourceCommands
{
    public static Command Source(Func<ParseResult, string> folder)
    {
        var file = new Argument<FileInfo>("FILE") { Description = "CSV or XLSX of units, meters, base years or readings; see docs/import.md." };
        var kind = new Option<ImportKind?>("--kind") { Description = "units, meters, baselines or readings; left out, the header decides.", HelpName = "KIND" };
        var source = new Option<string?>("--source") { Description = "Source that all readings of the file are of.", HelpName = "ID" };
        var numbers = new Option<string?>("--numbers") { Description = "How numbers are written: vi (1.234,5) or invariant (1234.5).", HelpName = "FORM" }.AcceptOnlyFromAmong("vi", "invariant");
        var times = new Option<string?>("--times")
        {
            Description = "How times are written: iso (2026-11-10T07:30:00+07:00, default), local (the same without offset) or vi (10/11/2026 07:30).", HelpName = "FORM",
        }.AcceptOnlyFromAmong("iso", "local", "vi");
        var sheet = new Option<string?>("--sheet") { Description = "Worksheet of a workbook; the first when left out.", HelpName = "NAME" };
        var reason = new Option<string?>("--reason") { Description = "Why meters that have counted for a unit change, for rows that do not say it in a column reason.", HelpName = "TEXT" };
        var import = new Command("import", "Takes a list in, all of it or nothing; taking it in again changes nothing.") { file, kind, source, numbers, times, sheet, reason };
        import.SetAction((parsed, cancellationToken) =>
        {
            var options = new ImportOptions(parsed.GetRequiredValue(file).FullName, Environment.UserName)
            {
                Kind = parsed.GetValue(kind),
                Source = parsed.GetValue(source),
                Numbers = parsed.GetValue(numbers) switch { "vi" => NumberForm.Vietnamese, "invariant" => NumberForm.Invariant, _ => null },
                Times = parsed.GetValue(times) switch { "vi" => TimeForm.Vietnamese, "local" => TimeForm.IsoLocal, _ => TimeForm.IsoWithOffset },
                Worksheet = parsed.GetValue(sheet),
                Reason = parsed.GetValue(reason),
            };
            return ControlClient.DoAsync(folder(parsed), new ControlCall(ControlDesk.SourceImport, [JsonSerializer.Serialize(options)]), cancellationToken);
        });
        return new Command("source", "Meters and what belongs to them.") { import };
    }

    public static Command Verify(Func<ParseResult, string> folder)
    {
        var verify = new Command("verify", "Derives every interval and hour again from the raw readings and says exactly what differs from what is stored.");
        verify.SetAction((parsed, cancellationToken) => ControlClient.DoAsync(folder(parsed), new ControlCall(ControlDesk.Verify, []), cancellationToken));
        return verify;
    }
}
