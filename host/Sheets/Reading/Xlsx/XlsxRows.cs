using System.Globalization;
using System.Xml;

namespace EmulationPlatform.Sheets;

/// <summary>Rows of one worksheet, read as they are inflated. Merged, hidden and filtered cells are read as they are stored.</summary>
internal sealed class XlsxRows : IRowSource
{
    private readonly XlsxPackage package;
    private readonly Workbook workbook;
    private readonly XmlReader xml;
    private readonly (TableLimits Limits, ImportReport Report) import;
    private IReadOnlyList<string>? headers;
    private long row;

    private XlsxRows(XlsxPackage package, Workbook workbook, XmlReader xml, (TableLimits Limits, ImportReport Report) import)
    {
        this.package = package;
        this.workbook = workbook;
        this.xml = xml;
        this.import = import;
    }

    public static XlsxRows Open(Stream stream, TableSource source, ImportReport report)
    {
        var opened = XlsxPackage.Open(stream, source.Limits);
        try
        {
            var about = Workbook.Read(opened, source);
            var sheet = opened.OpenPart(about.Sheet) ?? throw new InvalidDataException("No worksheet part.");
            return new XlsxRows(opened, about, sheet, (source.Limits, report));
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }

    public TableRow? Next()
    {
        while (xml.Read())
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "row" })
            {
                row = Number("r") ?? row + 1;
                if (ReadRow() is { } found)
                {
                    headers ??= found.IsBlank ? null : found.Cells;
                    return found;
                }
            }
            else if (xml is { NodeType: XmlNodeType.EndElement, LocalName: "sheetData" })
            {
                return null;
            }
        }

        return null;
    }

    public void Dispose()
    {
        xml.Dispose();
        package.Dispose();
    }

    /// <returns><see langword="null"/> for a row with a problem, which is reported.</returns>
    private TableRow? ReadRow()
    {
        var cells = new List<string>();
        var kinds = new List<CellKind>();
        TableProblem? problem = null;
        var next = 0;
        var end = xml.IsEmptyElement ? int.MaxValue : xml.Depth;
        while (end != int.MaxValue && xml.Read() && xml.Depth > end)
        {
            if (xml is not { NodeType: XmlNodeType.Element, LocalName: "c" })
            {
                continue;
            }

            var cell = ReadCell(next);
            next = cell.Column + 1;
            var fault = CellText.TryRead(cell, workbook, out var text, out var kind) ?? Exceeded(cell, text);
            if (fault is { } wrong)
            {
                problem ??= new TableProblem(row, HeaderOf(cell.Column), wrong.What, wrong.WhatToDo);
            }
            else if (text.Length > 0)
            {
                Put(cells, kinds, cell.Column, (text, kind));
            }
        }

        return problem is null ? new TableRow(row, [.. cells], [.. kinds]) : Refuse(problem);
    }

    private TableRow? Refuse(TableProblem problem)
    {
        if (headers is not null)
        {
            import.Report.CountRow();
        }

        import.Report.Add(problem);
        return null;
    }

    private string HeaderOf(int column) =>
        headers is not null && column < headers.Count && !string.IsNullOrWhiteSpace(headers[column]) ? headers[column].Trim() : CellReference.NameOf(column);

    private (string What, string WhatToDo)? Exceeded(StoredCell cell, string text)
    {
        if (text.Length > import.Limits.MaxCellLength)
        {
            return ($"The cell is longer than {import.Limits.MaxCellLength.ToString(CultureInfo.InvariantCulture)} characters.", "Shorten it.");
        }

        return text.Length > 0 && cell.Column >= import.Limits.MaxColumns
            ? ($"The table has more than {import.Limits.MaxColumns.ToString(CultureInfo.InvariantCulture)} columns.", "Remove those that are not asked for.")
            : null;
    }

    private static void Put(List<string> cells, List<CellKind> kinds, int column, (string Text, CellKind Kind) content)
    {
        while (cells.Count < column)
        {
            cells.Add(string.Empty);
            kinds.Add(CellKind.Text);
        }

        cells.Add(content.Text);
        kinds.Add(content.Kind);
    }

    private StoredCell ReadCell(int next)
    {
        var column = xml.GetAttribute("r") is { } reference ? CellReference.ColumnOf(reference) : next;
        if (column < next)
        {
            throw new InvalidDataException("Cells out of order.");
        }

        var cell = new StoredCell(column, xml.GetAttribute("t") ?? "n", (int)(Number("s") ?? 0), HasFormula: false, Value: null);
        var end = xml.IsEmptyElement ? int.MaxValue : xml.Depth;
        while (end != int.MaxValue && xml.Read() && xml.Depth > end)
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            cell = xml.LocalName switch
            {
                "v" => cell with { Value = XlsxText.ReadPlain(xml, import.Limits.MaxCellLength) },
                "is" => cell with { Value = XlsxText.Read(xml, import.Limits.MaxCellLength) },
                "f" => cell with { HasFormula = true },
                _ => cell,
            };
        }

        return cell;
    }

    private long? Number(string attribute) =>
        int.TryParse(xml.GetAttribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
