namespace EmulationPlatform.Sheets;

/// <summary>Walks over a text of fixed digits. A step that does not fit answers false and stays where it is.</summary>
internal ref struct DigitReader(ReadOnlySpan<char> text)
{
    private ReadOnlySpan<char> rest = text;

    public readonly bool IsAtEnd => rest.IsEmpty;

    public bool Skip(char sign)
    {
        if (rest.IsEmpty || rest[0] != sign)
        {
            return false;
        }

        rest = rest[1..];
        return true;
    }

    public bool Number(int digits, out int number)
    {
        number = 0;
        if (rest.Length < digits || rest[..digits].ContainsAnyExceptInRange('0', '9'))
        {
            return false;
        }

        foreach (var digit in rest[..digits])
        {
            number = (number * 10) + (digit - '0');
        }

        rest = rest[digits..];
        return true;
    }

    /// <summary>One to seven digits after the decimal point of seconds.</summary>
    public bool Fraction(out long ticks)
    {
        ticks = 0;
        var end = rest.IndexOfAnyExceptInRange('0', '9');
        var digits = end < 0 ? rest.Length : end;
        if (digits is 0 or > 7)
        {
            return false;
        }

        for (var at = 0; at < 7; at++)
        {
            ticks = (ticks * 10) + (at < digits ? rest[at] - '0' : 0);
        }

        rest = rest[digits..];
        return true;
    }
}
