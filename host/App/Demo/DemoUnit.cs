using EmulationPlatform.Sdk;

namespace EmulationPlatform.App.Demo;

/// <summary>One department of the demo agency. Departments are of the kinds the real one has; everything in them is invented.</summary>
/// <param name="Saving">What it uses less than in the base year, as a fraction; negative uses more.</param>
/// <param name="WaterBaseline">How the base year's water is known.</param>
internal sealed record DemoUnit(string Id, LocalizedText Name, string Group, int Headcount, decimal AreaSquareMetres, decimal Saving, DemoBaseline WaterBaseline)
{
    public static IReadOnlyList<DemoUnit> All { get; } =
    [
        new("van-phong", new("Văn phòng Ban", "Administrative office"), "nhom-b", 9, 210, 0.011m, DemoBaseline.Months),
        new("tai-chinh-ke-toan", new("Phòng Tài chính - Kế toán", "Finance and accounting"), "nhom-b", 8, 120, 0.024m, DemoBaseline.Months),
        new("ke-hoach-tong-hop", new("Phòng Kế hoạch - Tổng hợp", "Planning"), "nhom-b", 10, 150, 0.016m, DemoBaseline.YearTotal),
        new("ky-thuat-tham-dinh", new("Phòng Kỹ thuật - Thẩm định", "Engineering and appraisal"), "nhom-a", 14, 230, 0.019m, DemoBaseline.Months),
        new("dieu-hanh-du-an-1", new("Phòng Điều hành dự án 1", "Project operations 1"), "nhom-a", 16, 260, 0.007m, DemoBaseline.Months),
        new("dieu-hanh-du-an-2", new("Phòng Điều hành dự án 2", "Project operations 2"), "nhom-a", 15, 250, 0.013m, DemoBaseline.None),
        new("den-bu-tai-dinh-cu", new("Phòng Đền bù - Tái định cư", "Compensation and resettlement"), "nhom-a", 11, 160, -0.012m, DemoBaseline.Months),
    ];
}
