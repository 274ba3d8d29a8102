using EmulationPlatform.Sheets;

namespace EmulationPlatform.Web.Api.Export;

/// <summary>How an answer of the API becomes a table for people: its rows, and a column for each thing to be told of them.</summary>
/// <param name="name">Of the file, and key of the worksheet's name.</param>
internal sealed class ExportTable<TAnswer, TRow>(string name, Func<TAnswer, IEnumerable<TRow>> rows)
{
    private readonly List<ExportColumn<TRow>> columns = [];

    public string Name => name;

    public IReadOnlyList<string> Keys => [.. columns.Select(column => column.Key)];

    public ExportTable<TAnswer, TRow> Text(string key, Func<TRow, string?> of) => Add(key, ColumnKind.Text, 0, (row, _) => of(row));

    public ExportTable<TAnswer, TRow> Localized(string key, Func<TRow, LocalizedText> of) => Add(key, ColumnKind.Text, 0, (row, texts) => texts.Of(of(row)));

    public ExportTable<TAnswer, TRow> Word<T>(string key, Func<TRow, T?> of)
        where T : struct, Enum => Add(key, ColumnKind.Text, 0, (row, texts) => of(row) is { } word ? texts.Word(word) : CellValue.Empty);

    /// <summary>A word of one of several sets.</summary>
    public ExportTable<TAnswer, TRow> Said(string key, Func<TRow, ColumnTexts, string?> of) => Add(key, ColumnKind.Text, 0, (row, texts) => of(row, texts));

    public ExportTable<TAnswer, TRow> YesOrNo(string key, Func<TRow, bool> of) => Add(key, ColumnKind.Text, 0, (row, texts) => texts.YesOrNo(of(row)));

    public ExportTable<TAnswer, TRow> Number(string key, int decimals, Func<TRow, decimal?> of) => Add(key, ColumnKind.Number, decimals, (row, _) => of(row));

    /// <summary>By the agency's wall clock, which is the offset that answers have.</summary>
    public ExportTable<TAnswer, TRow> Time(string key, Func<TRow, DateTimeOffset?> of) => Add(key, ColumnKind.DateTime, 0, (row, _) => of(row)?.DateTime);

    public Table For(TAnswer answer, ColumnTexts texts) => new(
        texts.Table(name),
        [.. columns.Select(column => new TableColumn(texts.Header(column.Key), column.Kind, column.Decimals))],
        rows(answer).Select(row => (IReadOnlyList<CellValue>)[.. columns.Select(column => column.Cell(row, texts))]));

    private ExportTable<TAnswer, TRow> Add(string key, ColumnKind kind, int decimals, Func<TRow, ColumnTexts, CellValue> cell)
    {
        columns.Add(new ExportColumn<TRow>(key, kind, decimals, cell));
        return this;
    }
}
