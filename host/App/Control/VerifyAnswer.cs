using System.Globalization;
using EmulationPlatform.Units.Verifying;

namespace EmulationPlatform.App.Control;

/// <summary>What verifying found, in words.</summary>
internal static class VerifyAnswer
{
    public static Action<int, int> Progress(Action<string> progress) =>
        (done, all) => progress(ProgressBar.Of("verifying", all == 0 ? 1 : (double)done / all, done, "sources"));

    public static ControlAnswer Of(VerifyResult result)
    {
        var looked = string.Create(CultureInfo.InvariantCulture, $"{result.Sources} sources, {result.Readings} readings derived again");
        return result.IsClean
            ? new(true, looked + "; database, references, audit log and what it tells of, conflicts, frozen results and evidence checked: all is as stored.")
            : new(false, string.Join(Environment.NewLine, result.Differences.Append(string.Create(CultureInfo.InvariantCulture, $"{looked}: {result.Count} differences."))));
    }

    /// <param name="problems">What the database says of itself; when it says nothing, <paramref name="why"/> is all that is known.</param>
    public static ControlAnswer Broken(IEnumerable<string> problems, string why) => new(
        false, string.Join(Environment.NewLine, [.. problems.DefaultIfEmpty(why), "The database cannot be used as it is; restore a backup."]));
}
