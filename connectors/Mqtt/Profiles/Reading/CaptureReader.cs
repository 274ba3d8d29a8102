using System.Text;

namespace EmulationPlatform.Connectors.Mqtt.Profiles;

/// <summary>Takes texts apart: pattern groups or columns become names.</summary>
internal sealed class CaptureReader(MessageTree tree, Slot[] slots, TextLookup texts)
{
    private const int LongestText = 4096;

    public bool TryCapture(TextCapture capture, int root, int element)
    {
        if (!texts.TryGet(capture.Source, root, element, out var text) || text.Length > LongestText)
        {
            return false;
        }

        return capture.Pattern is null ? TryColumns(capture, text) : TryGroups(capture, Encoding.UTF8.GetString(text));
    }

    private bool TryGroups(TextCapture capture, string text)
    {
        var match = capture.Pattern!.Match(text);
        if (!match.Success)
        {
            return false;
        }

        for (var i = 0; i < capture.Groups.Length; i++)
        {
            slots[capture.Slots[i]] = new Slot(match.Groups[capture.Groups[i]].Value, 0, 0, null);
        }

        return true;
    }

    private bool TryColumns(TextCapture capture, ReadOnlySpan<byte> text)
    {
        var start = tree.Append(text);
        var last = capture.Slots.Length - 1;
        for (var i = 0; i <= last; i++)
        {
            var end = text.IndexOf((byte)capture.Separator);
            if (end < 0 && i < last)
            {
                return false;
            }

            var column = end < 0 ? text : text[..end];
            var lead = column.Length - column.TrimStart((byte)' ').Length;
            if (capture.Slots[i] >= 0)
            {
                slots[capture.Slots[i]] = new Slot(null, start + lead, column.Trim((byte)' ').Length, null);
            }

            start += column.Length + 1;
            text = end < 0 ? [] : text[(end + 1)..];
        }

        return true;
    }
}
