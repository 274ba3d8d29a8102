namespace EmulationPlatform.Scoring.Rules;

/// <summary>A demanded value over the years: always the same, a straight path, or a value for each year.</summary>
/// <param name="Points">In order of years; one point holds for all years.</param>
/// <param name="Even">Between two points the value moves evenly; else each point holds until the next.</param>
public sealed record Course(IReadOnlyList<Course.Point> Points, bool Even)
{
    public static Course Flat(decimal value) => new([new(int.MinValue, value)], Even: false);

    public static Course Path(int fromYear, decimal from, int toYear, decimal to) => new([new(fromYear, from), new(toYear, to)], Even: true);

    /// <returns>Null before the first year. After the last one its value stays.</returns>
    public decimal? At(int year)
    {
        var next = Points.Count;
        while (next > 0 && Points[next - 1].Year > year)
        {
            next--;
        }

        if (next == 0)
        {
            return null;
        }

        var before = Points[next - 1];
        if (!Even || next == Points.Count)
        {
            return before.Value;
        }

        var after = Points[next];
        return before.Value + ((after.Value - before.Value) * (year - before.Year) / (after.Year - before.Year));
    }

    public bool Equals(Course? other) => other is not null && Even == other.Even && Points.SequenceEqual(other.Points);

    public override int GetHashCode() => HashCode.Combine(Even, Points.Count, Points[0]);

    public readonly record struct Point(int Year, decimal Value);
}
