namespace EmulationPlatform.Sheets.Tests;

internal static class DataFile
{
    /// <summary>Lines of a table in Data/: form;text;expected. Split by hand, since the reader is what is tested.</summary>
    public static TheoryData<TForm, string, string> Cases<TForm>(string name)
        where TForm : struct, Enum
    {
        var cases = new TheoryData<TForm, string, string>();
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Data", name)).Where(line => !line.StartsWith('#')))
        {
            var parts = line.Split(';');
            cases.Add(Enum.Parse<TForm>(parts[0]), parts[1], parts[2]);
        }

        return cases;
    }
}
