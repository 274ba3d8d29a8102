namespace EmulationPlatform.Web.Tests.Support;

/// <summary>Compares with a text that somebody looked at and approved.</summary>
internal static class Approved
{
    /// <summary>On a difference the new text is written beside the approved one, to be looked at and put in its place.</summary>
    public static void Same(string file, string text)
    {
        var approved = Path.Combine(AppContext.BaseDirectory, "Approved", file);
        var received = Path.Combine(AppContext.BaseDirectory, "Approved", file + ".received");
        var actual = text.ReplaceLineEndings("\n").TrimEnd() + "\n";
        var expected = File.Exists(approved) ? File.ReadAllText(approved).ReplaceLineEndings("\n").TrimEnd() + "\n" : "";
        if (expected != actual)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(received)!);
            File.WriteAllText(received, actual);
        }

        Assert.Equal(expected, actual);
    }
}
