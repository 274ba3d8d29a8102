using System.Globalization;

namespace EmulationPlatform.Sheets;

/// <summary>What a stored cell says, as text and kind.</summary>
internal static class CellText
{
    /// <returns>What is wrong and what to do, or <see langword="null"/> and the text.</returns>
    public static (string What, string WhatToDo)? TryRead(StoredCell cell, Workbook workbook, out string text, out CellKind kind)
    {
        text = string.Empty;
        kind = CellKind.Text;
        if (cell.Value is not { } value)
        {
            return cell.HasFormula ? ("A formula has no stored result.", "Open the workbook in a spreadsheet program and save it again.") : null;
        }

        switch (cell.Type)
        {
            case "s":
                var known = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var place) && place < workbook.Texts.Count;
                text = known ? workbook.Texts[place] : string.Empty;
                return known ? null : ("The cell names a text that the workbook does not have.", "Open the workbook in a spreadsheet program and save it again.");
            case "inlineStr":
                text = value;
                return null;
            case "str":
                text = XlsxText.Decode(value);
                return null;
            case "b":
                text = value == "1" ? "TRUE" : "FALSE";
                return null;
            case "d":
                kind = CellKind.Time;
                text = value;
                return null;
            case "e":
                return ($"The cell holds the error {Quoted.Text(value)}.", "Mend its formula, or write the value.");
            default:
                return Number(cell, value, workbook, ref text, ref kind);
        }
    }

    private static (string, string)? Number(StoredCell cell, string value, Workbook workbook, ref string text, ref CellKind kind)
    {
        if (value.Length == 0)
        {
            return null;
        }

        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
        {
            return ($"{Quoted.Text(value)} is not a number.", "Open the workbook in a spreadsheet program and save it again.");
        }

        if (workbook.Formats.IsTime(cell.Format))
        {
            kind = CellKind.Time;
            text = SerialDate.ToIso(number, workbook.From1904, workbook.Formats.HasClock(cell.Format)) ?? string.Empty;
            return text.Length > 0 ? null : ($"{Quoted.Text(value)} is not a date between 1900 and 2199, but the cell has a date format.", "Mend the date, or give the cell a number format.");
        }

        kind = CellKind.Number;
        text = Plain(number);
        return text.Length > 0 ? null : ($"{Quoted.Text(value)} is too large or too small a number.", "Check the value.");
    }

    /// <summary>
    /// Spreadsheet programs calculate in binary and show 15 digits; the file may hold 12.300000000000001 for the 12.3 on the screen.
    /// </summary>
    private static string Plain(double number)
    {
        if (Math.Abs(number) >= 1e28)
        {
            return string.Empty;
        }

        var rounded = decimal.Parse(number.ToString("G15", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture);
        return rounded.ToString("0.############################", CultureInfo.InvariantCulture);
    }
}
