using EmulationPlatform.Sheets;

namespace EmulationPlatform.Web.Api.Export;

/// <param name="Key">Of the header's text.</param>
internal sealed record ExportColumn<TRow>(string Key, ColumnKind Kind, int Decimals, Func<TRow, ColumnTexts, CellValue> Cell);
