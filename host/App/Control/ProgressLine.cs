namespace EmulationPlatform.App.Control;

/// <summary>One line that is written over again on a terminal; nothing where the output goes to a file.</summary>
internal sealed class ProgressLine(TextWriter terminal) : IDisposable
{
    private readonly bool isSeen = !Console.IsErrorRedirected;
    private int width;

    public void Show(string text)
    {
        if (isSeen)
        {
            terminal.Write('\r' + text.PadRight(width));
            width = text.Length;
        }
    }

    public void Clear()
    {
        if (width > 0)
        {
            terminal.Write('\r' + new string(' ', width) + '\r');
            width = 0;
        }
    }

    public void Dispose() => Clear();
}
