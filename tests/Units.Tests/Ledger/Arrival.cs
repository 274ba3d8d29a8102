using System.Globalization;
using EmulationPlatform.Metering;
using EmulationPlatform.Sdk;

namespace EmulationPlatform.Units.Tests.Ledger;

/// <summary>One reading as it comes in, and what happens after it.</summary>
/// <param name="Millisecond">Since <see cref="Begin"/>.</param>
internal sealed record Arrival(long Millisecond, long Nano, Cut Cut, Said? Said = null)
{
    /// <summary>An hour before April begins in Viet Nam.</summary>
    public static Instant Begin { get; } = AgencyCalendar.Vietnam.ToInstant(new DateTime(2026, 3, 31, 23, 0, 0, DateTimeKind.Unspecified));

    public MeterReading Reading => new(new Instant(Begin.UnixMilliseconds + Millisecond), new RegisterValue(Nano));

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{TimeSpan.FromMilliseconds(Millisecond):d\\.hh\\:mm\\:ss\\.fff}={Reading.Value.ToDecimal()}{(Said is null ? "" : " [" + Said + "]")}{(Cut == Cut.No ? "" : " |" + Cut)}");
}
