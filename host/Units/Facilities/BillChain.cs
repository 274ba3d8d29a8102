using EmulationPlatform.Sdk;

namespace EmulationPlatform.Units.Facilities;

/// <summary>
/// Bills are kept as what the register showed at their ends. When what it showed at the beginning of a bill becomes another, the bill's
/// end moves along, and so on to the next one: each bill keeps what it says.
/// </summary>
/// <param name="bills">Bills that stand.</param>
/// <param name="factorAt">Measure per unit of the register at a moment.</param>
/// <param name="shownAt">What counts at a moment that a person entered; null where the device itself was read, or nothing was.</param>
internal sealed class BillChain(IReadOnlyList<HandRecord> bills, AgencyCalendar calendar, Func<Instant, decimal> factorAt, Func<Instant, decimal?> shownAt)
{
    /// <summary>Ends that move, in order of time.</summary>
    /// <param name="from">What the register showed at a moment, by the newest word.</param>
    public IReadOnlyList<HandValue> After(HandValue from)
    {
        var moved = new List<HandValue>();
        var last = from;
        while (bills.FirstOrDefault(bill => calendar.StartOf(bill.FromDay!.Value) == last.At) is { Amount: { } amount } next)
        {
            var end = calendar.StartOf(next.ToDay!.Value);
            var value = last.Value + (amount / factorAt(last.At));
            if (shownAt(end) is not { } shown || shown == value)
            {
                break;
            }

            last = new HandValue(end, value);
            moved.Add(last);
        }

        return moved;
    }
}
