namespace EmulationPlatform.Sheets;

/// <summary>One row seen through the known columns. Each getter answers <see langword="null"/> for an empty or absent cell and after a problem.</summary>
public sealed class RowValues
{
    private readonly ColumnMatch columns;
    private readonly TableRow row;
    private readonly ImportReport report;

    internal RowValues(ColumnMatch columns, TableRow row, ImportReport report)
    {
        this.columns = columns;
        this.row = row;
        this.report = report;
    }

    public long Row => row.Number;

    /// <summary>A value asked for so far was refused.</summary>
    public bool IsFaulty { get; private set; }

    /// <summary>Without spaces around it; an empty cell of a required column is a problem.</summary>
    public string? Text(string column)
    {
        var place = columns.PlaceOf(column);
        var text = place is { } at ? row.Cells[at].Trim(' ') : string.Empty;
        if (text.Length > 0)
        {
            return text;
        }

        if (columns.IsRequired(column))
        {
            Refuse(column, "The cell is empty.", "Fill it, or remove the row.");
        }

        return null;
    }

    /// <summary>The cell of a workbook holds a number itself, which no form of writing applies to.</summary>
    public bool IsStoredNumber(string column) => columns.PlaceOf(column) is not null && KindOf(column) == CellKind.Number;

    /// <param name="form">Applies to text; numbers stored in a workbook are taken as they are.</param>
    public decimal? Number(string column, NumberForm form)
    {
        if (Text(column) is not { } text)
        {
            return null;
        }

        var kind = KindOf(column);
        if (kind != CellKind.Time && NumberText.TryParse(text, kind == CellKind.Number ? NumberForm.Invariant : form, out var value))
        {
            return value;
        }

        Refuse(column, $"{Quoted.Text(text)} is not a number.", kind == CellKind.Time ? "The cell has a date format; give it a number format." : NumberText.Advice(text, form));
        return null;
    }

    /// <param name="form">Applies to text; a date stored in a workbook is wall clock without an offset.</param>
    public WrittenTime? Time(string column, TimeForm form)
    {
        if (Text(column) is not { } text)
        {
            return null;
        }

        var kind = KindOf(column);
        if (kind != CellKind.Number && TimeText.TryParse(text, kind == CellKind.Time ? TimeForm.IsoLocal : form, out var time))
        {
            return time;
        }

        Refuse(column, $"{Quoted.Text(text)} is not a date with a time.", kind == CellKind.Text ? TimeText.Example(form) : "Give the cell a format with date and time.");
        return null;
    }

    /// <param name="form">Applies to text.</param>
    public DateOnly? Date(string column, TimeForm form)
    {
        if (Text(column) is not { } text)
        {
            return null;
        }

        var kind = KindOf(column);
        if (kind != CellKind.Number && TimeText.TryParseDate(text, kind == CellKind.Time ? TimeForm.IsoLocal : form, out var date))
        {
            return date;
        }

        Refuse(column, $"{Quoted.Text(text)} is not a date.", kind == CellKind.Text ? TimeText.DateExample(form) : "Give the cell a date format, and no time.");
        return null;
    }

    /// <summary>Reports what only the caller can know, such as a unit that does not exist.</summary>
    /// <param name="what">What is wrong, a sentence.</param>
    /// <param name="whatToDo">How to put it right, a sentence.</param>
    public void Refuse(string column, string what, string whatToDo)
    {
        IsFaulty = true;
        report.Add(new TableProblem(row.Number, columns.HeaderOf(column), what, whatToDo));
    }

    private CellKind KindOf(string column) => row.KindOf(columns.PlaceOf(column)!.Value);
}
