namespace EmulationPlatform.Load.Publisher;

/// <summary>The packet identifiers 1 … size of one session and the messages that hold them.</summary>
internal sealed class Window
{
    private readonly Slot[] slots;
    private readonly Stack<ushort> free;

    public Window(int size)
    {
        slots = new Slot[size + 1];
        free = new Stack<ushort>(size);
        for (var identifier = size; identifier > 0; identifier--)
        {
            free.Push((ushort)identifier);
        }
    }

    public int Outstanding => slots.Length - 1 - free.Count;

    public bool HasFree => free.Count > 0;

    public ushort Take(long message, long sentAt)
    {
        var identifier = free.Pop();
        slots[identifier] = new(SlotState.Published, message, sentAt);
        return identifier;
    }

    public Slot this[ushort identifier] => identifier > 0 && identifier < slots.Length ? slots[identifier] : default;

    public void Release(ushort identifier)
    {
        slots[identifier] = default;
        free.Push(identifier);
    }

    public void MarkReceived(ushort identifier) => slots[identifier] = slots[identifier] with { State = SlotState.Received };

    /// <summary>All identifiers in use, in the order of their messages: [MQTT-4.6.0-1] sends them again in that order.</summary>
    public IReadOnlyList<ushort> InOrder()
    {
        var used = new List<ushort>();
        for (var identifier = 1; identifier < slots.Length; identifier++)
        {
            if (slots[identifier].State != SlotState.Free)
            {
                used.Add((ushort)identifier);
                slots[identifier] = slots[identifier] with { SentAt = 0 };
            }
        }

        used.Sort((left, right) => slots[left].Message.CompareTo(slots[right].Message));
        return used;
    }
}
