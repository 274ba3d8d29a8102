using EmulationPlatform.Sdk;
using EmulationPlatform.Units.Facilities;
using EmulationPlatform.Units.Views;
using EmulationPlatform.Web.Tests.Support;

namespace EmulationPlatform.Web.Tests.Facilities;

/// <summary>A meter and what may be said of it.</summary>
internal static class SomeMeter
{
    public static readonly IReadOnlyDictionary<string, LocalizedText> Units = new Dictionary<string, LocalizedText>(StringComparer.Ordinal)
    {
        ["ky-thuat"] = new("Phòng Kỹ thuật", "Technical department"),
        ["van-phong"] = new("Văn phòng", "Office"),
    };

    public static MeterView View(string id = "kho-1", string title = "Công tơ kho tầng 1", MeterState state = MeterState.Live, string? unit = "ky-thuat", params decimal?[] hours) => new(
        Some.Source(id, unit) with { Label = title, Place = "Nhà B" }, title, state, 0, [],
        hours.Length == 0 ? [.. Enumerable.Repeat((Amount?)Amount.From(1), 24)] : [.. hours.Select(hour => hour is { } known ? Amount.From(known) : (Amount?)null)],
        TimeSpan.FromMinutes(15), unit is null ? new SourceGuess("van-phong", null, new("Điện, chỉ số tích lũy", "Electricity, register")) : null);

    public static FindingView Finding(FindingKind kind) =>
        new(kind, "kho-1", "Công tơ kho tầng 1", "ky-thuat", Some.At(8), Some.At(9, 30), 1_038m, 0.5m, Amount.From(0.5m), "kWh");
}
