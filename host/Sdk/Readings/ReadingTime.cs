using System.Globalization;

namespace EmulationPlatform.Sdk;

/// <summary>Which times of readings are believed (interval rule 2).</summary>
public static class ReadingTime
{
    /// <summary>Clocks of devices may be ahead of ours by this much.</summary>
    public static readonly TimeSpan Ahead = TimeSpan.FromMinutes(5);

    /// <summary>Devices without a set clock report 1970 or their firmware's birthday.</summary>
    public static readonly Instant Oldest = Instant.From(new DateTimeOffset(2010, 1, 1, 0, 0, 0, TimeSpan.Zero));

    /// <returns>What is wrong with the time, or null.</returns>
    public static RejectedPart? Problem(Instant at, Instant receivedAt)
    {
        if (at > receivedAt.Plus(Ahead))
        {
            return new RejectedPart(
                "futureTime",
                string.Create(CultureInfo.InvariantCulture, $"The time {at} is more than 5 minutes after the host's {receivedAt}; set the device's clock and zone, then replay this message."));
        }

        return at < Oldest
            ? new RejectedPart("tooOld", string.Create(CultureInfo.InvariantCulture, $"The time {at} is before {Oldest}; the device's clock was not set. Set it, or let its profile use the time of arrival."))
            : null;
    }
}
