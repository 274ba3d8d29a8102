using System.Globalization;
using EmulationPlatform.Sdk;

namespace EmulationPlatform.Metering.Tests.Laws;

/// <summary>A generated life of one source: its settings, what it sent and when that arrived, what people entered and when.</summary>
internal sealed record SeriesCase(SourceRules Settings, IReadOnlyList<SentReading> Sent, IReadOnlyList<(SourceEvent Event, int Wave)> Entered)
{
    public IReadOnlyList<MeterReading> Readings => [.. Sent.Select(sent => sent.Reading)];

    /// <summary>The settings with everything people entered.</summary>
    public SourceRules Rules => Settings with { Events = new EventTimeline(Entered.Select(entered => entered.Event)) };

    public SeriesCase InOrder => this with { Sent = [.. Sent.Select(sent => sent with { Wave = 0 })], Entered = [.. Entered.Select(entered => (entered.Event, 0))] };

    public override string ToString()
    {
        var readings = string.Join("  ", Sent.Select(sent => string.Create(CultureInfo.InvariantCulture, $"{Minutes(sent.Milliseconds)}: {sent.Value}{Wave(sent.Wave)}")));
        var events = string.Join("; ", Entered.Select(entered => Words(entered.Event) + Wave(entered.Wave)));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Settings.Kind} x{Settings.Factor} width {Settings.RegisterWidth} max {Settings.MaxRatePerHour} jitter {Settings.Jitter.ToDecimal()} restarts at 0 {Settings.RestartsAtZero} | minute: value  {readings} | {events}");
    }

    private static string Minutes(long milliseconds) => (milliseconds / 60_000m).ToString("0.#####", CultureInfo.InvariantCulture);

    private static string Wave(int wave) => wave == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" (wave {wave})");

    private static string Words(SourceEvent said) => string.Create(
        CultureInfo.InvariantCulture,
        $"{said.Kind} {Minutes(Since(said.At))}..{Minutes(Since(said.Until))} old {said.OldFinal.ToDecimal()} new {said.NewInitial.ToDecimal()} x{said.Factor} value {said.Value.ToDecimal()}");

    private static long Since(Instant at) => at.UnixMilliseconds - Fold.Start.UnixMilliseconds;
}
