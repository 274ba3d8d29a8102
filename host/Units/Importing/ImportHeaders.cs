using EmulationPlatform.Sheets;

namespace EmulationPlatform.Units.Importing;

/// <summary>The columns of each kind of file, as people head them.</summary>
internal static class ImportHeaders
{
    public static ColumnMap Units { get; } = new(
        new KnownColumn("unit", true, "id", "mã", "mã đơn vị", "đơn vị"),
        new KnownColumn("name", true, "tên", "tên đơn vị", "nameVi"),
        new KnownColumn("nameEn", false, "tên tiếng Anh", "english name"),
        new KnownColumn("group", false, "khối", "nhóm", "peer group"),
        new KnownColumn("headcount", false, "số người", "biên chế", "people"),
        new KnownColumn("area", false, "diện tích", "areaM2", "m2"),
        new KnownColumn("from", false, "từ ngày", "since"));

    public static ColumnMap Meters { get; } = new(
        new KnownColumn("source", false, "id", "mã nguồn"),
        new KnownColumn("topic", false, "chủ đề", "address", "địa chỉ"),
        new KnownColumn("metric", false, "đại lượng", "loại"),
        new KnownColumn("kind", false, "kiểu"),
        new KnownColumn("direction", false, "chiều"),
        new KnownColumn("channel", false, "kênh"),
        new KnownColumn("measure", false, "đơn vị đo"),
        new KnownColumn("factor", false, "hệ số"),
        new KnownColumn("registerWidth", false, "độ rộng", "width"),
        new KnownColumn("maxRate", false, "mức tối đa"),
        new KnownColumn("label", false, "tên", "tên công tơ", "name"),
        new KnownColumn("place", false, "vị trí", "nơi đặt", "location"),
        new KnownColumn("parent", false, "công tơ tổng", "main"),
        new KnownColumn("unit", false, "đơn vị", "mã đơn vị"),
        new KnownColumn("from", false, "từ ngày", "assignedFrom", "since"),
        new KnownColumn("reason", false, "lý do"));

    public static ColumnMap Baselines { get; } = new(
    [
        new KnownColumn("unit", true, "đơn vị", "mã đơn vị"),
        new KnownColumn("metric", true, "đại lượng", "loại"),
        new KnownColumn("year", true, "năm", "năm gốc"),
        .. Enumerable.Range(1, 12).Select(month => new KnownColumn(Month(month), false, $"tháng {month}", $"T{month}", month.ToString(System.Globalization.CultureInfo.InvariantCulture))),
        new KnownColumn("total", false, "cả năm", "tổng"),
        new KnownColumn("reference", true, "căn cứ", "văn bản", "hóa đơn"),
        new KnownColumn("reason", false, "lý do"),
    ]);

    public static ColumnMap Readings { get; } = new(
        new KnownColumn("source", false, "id", "mã nguồn"),
        new KnownColumn("at", true, "time", "thời điểm", "thời gian"),
        new KnownColumn("value", true, "chỉ số", "giá trị"));

    public static string Month(int month) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"m{month}");

    /// <summary>The kind whose columns hold all headers; null when none does, or more than one.</summary>
    public static ImportKind? KindOf(IReadOnlyList<string> headers)
    {
        var fitting = Enum.GetValues<ImportKind>().Where(kind => MapOf(kind).Match(headers, new ImportReport()) is not null).ToList();
        return fitting is [var only] ? only : null;
    }

    public static ColumnMap MapOf(ImportKind kind) => kind switch
    {
        ImportKind.Units => Units,
        ImportKind.Meters => Meters,
        ImportKind.Baselines => Baselines,
        _ => Readings,
    };
}
