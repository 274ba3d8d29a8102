using System.Text.Json;

namespace EmulationPlatform.Load.Limits;

/// <summary>Takes time and total out of a Tasmota message.</summary>
internal static class BarePayload
{
    private static readonly long ZoneOffsetMilliseconds = (long)TimeSpan.FromHours(7).TotalMilliseconds;

    public static (long AtMilliseconds, long ValueNano) Read(ReadOnlySpan<byte> payload)
    {
        var json = new Utf8JsonReader(payload);
        var at = 0L;
        var value = 0L;
        while (json.Read())
        {
            if (json.TokenType != JsonTokenType.PropertyName)
            {
                continue;
            }

            if (json.ValueTextEquals("Time"u8) && json.Read())
            {
                at = (json.GetDateTime().Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMillisecond - ZoneOffsetMilliseconds;
            }
            else if (json.ValueTextEquals("Total"u8) && json.Read())
            {
                value = (long)(json.GetDecimal() * 1_000_000_000m);
            }
        }

        return (at, value);
    }
}
