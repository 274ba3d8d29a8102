using EmulationPlatform.Sdk;

namespace EmulationPlatform.Connectors.Mqtt.Profiles;

/// <summary>Reads a moment from its text. Parts of a second are rounded to whole milliseconds.</summary>
internal static class TimeText
{
    private static readonly long MaxUnixSeconds = DateTimeOffset.MaxValue.ToUnixTimeSeconds();

    /// <param name="offset">Offset from UTC of texts that carry none.</param>
    public static bool TryRead(ReadOnlySpan<byte> text, TimeFormat format, TimeSpan offset, out Instant at) => format.Pattern switch
    {
        TimeFormat.IsoWord => TryIso(text, offset, out at),
        TimeFormat.UnixWord => TryUnix(text, millisecondsPerUnit: 1000, out at),
        TimeFormat.UnixMillisecondsWord => TryUnix(text, millisecondsPerUnit: 1, out at),
        var pattern => TryPattern(text, pattern, offset, out at),
    };

    private static bool TryUnix(ReadOnlySpan<byte> text, int millisecondsPerUnit, out Instant at)
    {
        at = default;
        if (NumberText.Read(text, out var number) != NumberResult.Number || Math.Abs(number) > MaxUnixSeconds * 1000m)
        {
            return false;
        }

        var milliseconds = decimal.Round(number * millisecondsPerUnit, MidpointRounding.AwayFromZero);
        if (Math.Abs(milliseconds) > MaxUnixSeconds * 1000m)
        {
            return false;
        }

        at = new Instant((long)milliseconds);
        return true;
    }

    /// <summary>ISO 8601: date, T or blank, hours and minutes, then seconds, fraction and offset as far as given.</summary>
    private static bool TryIso(ReadOnlySpan<byte> text, TimeSpan offset, out Instant at)
    {
        at = default;
        var parts = new WallClock { Month = 1, Day = 1 };
        if (text.Length < 16 || text[4] != '-' || text[7] != '-' || text[10] is not ((byte)'T' or (byte)'t' or (byte)' ') || text[13] != ':'
            || !Number(text[..4], out parts.Year) || !Number(text.Slice(5, 2), out parts.Month) || !Number(text.Slice(8, 2), out parts.Day)
            || !Number(text.Slice(11, 2), out parts.Hour) || !Number(text.Slice(14, 2), out parts.Minute))
        {
            return false;
        }

        var rest = text[16..];
        if (rest.Length >= 3 && rest[0] == ':')
        {
            if (!Number(rest.Slice(1, 2), out parts.Second))
            {
                return false;
            }

            rest = rest[3..];
            if (rest.Length > 1 && rest[0] is (byte)'.' or (byte)',')
            {
                rest = rest[1..];
                rest = rest[Fraction(rest, ref parts)..];
            }
        }

        return TryOffset(rest, ref offset) && TryMoment(parts, offset, out at);
    }

    private static bool TryOffset(ReadOnlySpan<byte> text, ref TimeSpan offset)
    {
        if (text.IsEmpty)
        {
            return true;
        }

        if (text.Length == 1 && text[0] is (byte)'Z' or (byte)'z')
        {
            offset = TimeSpan.Zero;
            return true;
        }

        if (text.Length < 3 || text[0] is not ((byte)'+' or (byte)'-') || !Number(text.Slice(1, 2), out var hours))
        {
            return false;
        }

        var minutes = 0;
        var tail = text[3..];
        var minuteText = tail.Length == 3 && tail[0] == ':' ? tail[1..] : tail;
        if (!tail.IsEmpty && (minuteText.Length != 2 || !Number(minuteText, out minutes)))
        {
            return false;
        }

        offset = new TimeSpan(hours, minutes, 0) * (text[0] == '-' ? -1 : 1);
        return hours <= 14 && minutes < 60;
    }

    private static bool TryPattern(ReadOnlySpan<byte> text, string pattern, TimeSpan offset, out Instant at)
    {
        at = default;
        var parts = new WallClock { Month = 1, Day = 1 };
        var i = 0;
        for (var p = 0; p < pattern.Length;)
        {
            var run = RunLength(pattern, p);
            if (pattern[p] == 'f')
            {
                i += Fraction(text[Math.Min(i, text.Length)..], ref parts);
            }
            else if (i + run > text.Length || !TryPart(text.Slice(i, run), pattern[p], ref parts))
            {
                return false;
            }
            else
            {
                i += run;
            }

            p += run;
        }

        return i == text.Length && TryMoment(parts, offset, out at);
    }

    private static int RunLength(string pattern, int start)
    {
        var end = start + 1;
        while (char.IsAsciiLetter(pattern[start]) && end < pattern.Length && pattern[end] == pattern[start])
        {
            end++;
        }

        return end - start;
    }

    private static bool TryPart(ReadOnlySpan<byte> text, char letter, ref WallClock parts)
    {
        switch (letter)
        {
            case 'y' when text.Length == 2:
                var ok = Number(text, out parts.Year);
                parts.Year += 2000;
                return ok;
            case 'y':
                return Number(text, out parts.Year);
            case 'M':
                return Number(text, out parts.Month);
            case 'd':
                return Number(text, out parts.Day);
            case 'H':
                return Number(text, out parts.Hour);
            case 'm':
                return Number(text, out parts.Minute);
            case 's':
                return Number(text, out parts.Second);
            default:
                return text.IndexOfAnyExcept((byte)letter) < 0;
        }
    }

    private static int Fraction(ReadOnlySpan<byte> text, ref WallClock parts)
    {
        decimal weight = 1000m, milliseconds = 0;
        var i = 0;
        for (; i < text.Length && (uint)(text[i] - '0') <= 9; i++)
        {
            weight /= 10;
            milliseconds += i < 12 ? weight * (text[i] - '0') : 0;
        }

        parts.Milliseconds = (int)decimal.Round(milliseconds, MidpointRounding.AwayFromZero);
        return i;
    }

    private static bool Number(ReadOnlySpan<byte> text, out int number)
    {
        number = 0;
        foreach (var digit in text)
        {
            if ((uint)(digit - '0') > 9)
            {
                return false;
            }

            number = (number * 10) + (digit - '0');
        }

        return true;
    }

    private static bool TryMoment(in WallClock parts, TimeSpan offset, out Instant at)
    {
        at = default;
        if (parts.Year is < 1 or > 9998 || parts.Month is < 1 or > 12 || parts.Day < 1 || parts.Day > DateTime.DaysInMonth(parts.Year, parts.Month)
            || parts.Hour > 23 || parts.Minute > 59 || parts.Second > 60)
        {
            return false;
        }

        // A leap second (60) and a fraction that rounds up to 1,000 ms both carry over.
        var minute = new DateTime(parts.Year, parts.Month, parts.Day, parts.Hour, parts.Minute, 0, DateTimeKind.Unspecified);
        var milliseconds = (minute.Ticks - DateTime.UnixEpoch.Ticks - offset.Ticks) / TimeSpan.TicksPerMillisecond;
        at = new Instant(milliseconds + (parts.Second * 1000L) + parts.Milliseconds);
        return true;
    }

    private struct WallClock
    {
        public int Year;
        public int Month;
        public int Day;
        public int Hour;
        public int Minute;
        public int Second;
        public int Milliseconds;
    }
}
