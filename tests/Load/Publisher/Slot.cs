namespace EmulationPlatform.Load.Publisher;

/// <summary>One packet identifier of a session.</summary>
/// <param name="SentAt">Stopwatch ticks; 0 when the message was sent again and says nothing about latency.</param>
internal readonly record struct Slot(SlotState State, long Message, long SentAt);
