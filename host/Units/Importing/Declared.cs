using EmulationPlatform.Sheets;

namespace EmulationPlatform.Units.Importing;

/// <summary>Numbers in the form that was declared; without a declaration only those that mean the same in every form.</summary>
internal static class Declared
{
    public static decimal? Number(this RowValues row, string column, NumberForm? form)
    {
        if (form is { } declared)
        {
            return row.Number(column, declared);
        }

        if (row.IsStoredNumber(column) || row.Text(column) is not { } text || text.IndexOfAny(['.', ',']) < 0)
        {
            return row.Number(column, NumberForm.Invariant);
        }

        row.Refuse(column, $"It is not said how the number {text} is written.", "Add --numbers vi (1.234,5) or --numbers invariant (1234.5).");
        return null;
    }
}
