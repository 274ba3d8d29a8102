namespace EmulationPlatform.Sheets;

/// <summary>Content of one cell: a text, number, day, moment, or nothing. Texts, numbers and dates convert by themselves.</summary>
public readonly record struct CellValue
{
    private CellValue(object? content) => Content = content;

    public static CellValue Empty => default;

    internal object? Content { get; }

    public static implicit operator CellValue(string? text) => From(text);

    public static implicit operator CellValue(decimal? number) => From(number);

    public static implicit operator CellValue(DateOnly? day) => From(day);

    /// <summary>The wall clock that readers shall see; the kind is not looked at.</summary>
    public static implicit operator CellValue(DateTime? wallClock) => From(wallClock);

    public static CellValue From(string? text) => new(string.IsNullOrEmpty(text) ? null : text);

    public static CellValue From(decimal? number) => new(number);

    public static CellValue From(DateOnly? day) => new(day);

    public static CellValue From(DateTime? wallClock) => new(wallClock);
}
