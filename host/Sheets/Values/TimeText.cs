namespace EmulationPlatform.Sheets;

/// <summary>Dates and times as text, strictly in the declared form: fixed digits, the day exists, years 1900 to 2199.</summary>
public static class TimeText
{
    public static bool TryParse(ReadOnlySpan<char> text, TimeForm form, out WrittenTime time)
    {
        time = default;
        if (text.Length < 16 || !TryParseDate(text[..10], form, out var date) || (text[10] != ' ' && (form == TimeForm.Vietnamese || text[10] != 'T')))
        {
            return false;
        }

        var clock = new DigitReader(text[11..]);
        TimeSpan? offset = null;
        if (!TryClock(ref clock, fractions: form != TimeForm.Vietnamese, out var ofDay)
            || (form == TimeForm.IsoWithOffset && !TryOffset(ref clock, out offset))
            || !clock.IsAtEnd)
        {
            return false;
        }

        time = new WrittenTime(date.ToDateTime(TimeOnly.MinValue, DateTimeKind.Unspecified) + ofDay, offset);
        return true;
    }

    /// <summary>A day alone: 2026-11-10 in both ISO forms, 10/11/2026 in the Vietnamese one.</summary>
    public static bool TryParseDate(ReadOnlySpan<char> text, TimeForm form, out DateOnly date)
    {
        date = default;
        var read = new DigitReader(text);
        int year, month, day;
        var ok = form == TimeForm.Vietnamese
            ? read.Number(2, out day) & read.Skip('/') & read.Number(2, out month) & read.Skip('/') & read.Number(4, out year)
            : read.Number(4, out year) & read.Skip('-') & read.Number(2, out month) & read.Skip('-') & read.Number(2, out day);
        if (!ok || !read.IsAtEnd || year is < 1900 or > 2199 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        date = new DateOnly(year, month, day);
        return true;
    }

    internal static string Example(TimeForm form) => form switch
    {
        TimeForm.IsoWithOffset => "Write date, time and offset, such as 2026-11-10T07:30:00+07:00.",
        TimeForm.IsoLocal => "Write date and time, such as 2026-11-10T07:30:00.",
        _ => "Write day, month, year and time, such as 10/11/2026 07:30.",
    };

    internal static string DateExample(TimeForm form) =>
        form == TimeForm.Vietnamese ? "Write day, month and year, such as 10/11/2026." : "Write year, month and day, such as 2026-11-10.";

    private static bool TryClock(ref DigitReader text, bool fractions, out TimeSpan ofDay)
    {
        ofDay = default;
        if (!text.Number(2, out var hour) || !text.Skip(':') || !text.Number(2, out var minute) || hour > 23 || minute > 59)
        {
            return false;
        }

        var second = 0;
        long ticks = 0;
        if (text.Skip(':') && (!text.Number(2, out second) || second > 59 || (fractions && text.Skip('.') && !text.Fraction(out ticks))))
        {
            return false;
        }

        ofDay = new TimeSpan(hour, minute, second) + TimeSpan.FromTicks(ticks);
        return true;
    }

    private static bool TryOffset(ref DigitReader text, out TimeSpan? offset)
    {
        offset = TimeSpan.Zero;
        if (text.Skip('Z'))
        {
            return true;
        }

        var west = text.Skip('-');
        if ((!west && !text.Skip('+')) || !text.Number(2, out var hours) || !text.Skip(':') || !text.Number(2, out var minutes)
            || minutes > 59 || (hours * 60) + minutes > 14 * 60)
        {
            return false;
        }

        var size = new TimeSpan(hours, minutes, 0);
        offset = west ? -size : size;
        return true;
    }
}
