namespace EmulationPlatform.Sheets;

/// <summary>
/// Keeps text in a CSV from being run as a formula when a spreadsheet program opens it (OWASP, CSV injection). Full-width signs count: input
/// methods of East Asia produce them, and Excel takes them for the plain ones.
/// </summary>
internal static class FormulaGuard
{
    private const string Starters = "=+-@\t\r\n＝＋－＠";

    public static string Guarded(string text) => text.Length > 0 && Starters.Contains(text[0]) ? "'" + text : text;
}
