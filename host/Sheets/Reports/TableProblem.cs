namespace EmulationPlatform.Sheets;

/// <summary>One thing wrong with a table, in words for the person who filled it.</summary>
/// <param name="Row">Line of the CSV or row of the worksheet, 1 is the first; <see langword="null"/> when the whole file is meant.</param>
/// <param name="Column">The column's header as written in the file; <see langword="null"/> when the whole row or file is meant.</param>
/// <param name="What">What is wrong. One line; quoted content is shortened and free of control characters.</param>
/// <param name="WhatToDo">How to put it right.</param>
public sealed record TableProblem(long? Row, string? Column, string What, string WhatToDo)
{
    public override string ToString()
    {
        var place = (Row, Column) switch
        {
            (null, null) => "File",
            (null, _) => $"Column {Quoted.Text(Column)}",
            (_, null) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Row {Row}"),
            _ => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Row {Row}, column {Quoted.Text(Column)}"),
        };
        return $"{place}: {What} {WhatToDo}";
    }
}
