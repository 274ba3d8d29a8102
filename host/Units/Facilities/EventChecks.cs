using System.Globalization;
using EmulationPlatform.Metering;
using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.Tables;
using EmulationPlatform.Units.Ledger;
using EmulationPlatform.Units.Registry;
using Microsoft.Data.Sqlite;

namespace EmulationPlatform.Units.Facilities;

/// <summary>What somebody says about a source must fit its readings; otherwise it is refused with what is wrong.</summary>
internal sealed class EventChecks(SourceRules rules, AgencyCalendar calendar, Instant now)
{
    /// <summary>An exchange is entered within weeks; an older fall is another story.</summary>
    private static readonly TimeSpan LongestDelay = TimeSpan.FromDays(31);

    /// <returns>Null when it can be taken.</returns>
    public EntryResult? Refuse(SqliteConnection connection, SourceEntry entry, EventEntry said)
    {
        if (ReadingTime.Problem(said.At, now) is not null || (said.Until is { } until && ReadingTime.Problem(until, now) is not null))
        {
            return EntryResult.Refused("at", "Thời điểm nằm trong tương lai hoặc trước năm 2010.", "The moment lies in the future or before 2010.");
        }

        if (IsTooMuch(said))
        {
            return EntryResult.Refused("value", "Chỉ số lớn hơn mức đồng hồ có thể hiện.", "The value is more than a register can show.");
        }

        return said.Kind switch
        {
            SourceEventKind.Replacement => Replacement(connection, entry, said) ?? (said.Factor is null ? null : Factor(connection, entry, said)),
            SourceEventKind.Factor => Factor(connection, entry, said),
            SourceEventKind.Corrected => Corrected(connection, entry, said),
            SourceEventKind.Ignored or SourceEventKind.Outage => Stretch(said),
            _ => Decision(connection, entry, said),
        };
    }

    private bool IsTooMuch(EventEntry said) => ((decimal?[])[said.OldFinal, said.NewInitial, said.Value])
        .Any(value => value is { } number && !(RegisterValue.TryFrom(number, out var register) && rules.Holds(register)));

    private EntryResult? Replacement(SqliteConnection connection, SourceEntry entry, EventEntry said)
    {
        if (said.OldFinal is not { } final)
        {
            return EntryResult.Refused("oldFinal", "Nhập chỉ số cuối của đồng hồ cũ.", "Enter the final reading of the old meter.");
        }

        if (said.NewInitial is not { } initial)
        {
            return EntryResult.Refused("newInitial", "Nhập chỉ số đầu của đồng hồ mới.", "Enter the first reading of the new meter.");
        }

        if (SameExchange(connection, entry, said.At) is { } known)
        {
            return EntryResult.Refused(
                "at",
                $"Đã ghi một lần thay công tơ lúc {Text(known.At)}, và giữa hai thời điểm công tơ mới chưa có chỉ số nào. Nếu lần đó ghi sai, hãy thu hồi nó rồi nhập lại.",
                $"An exchange at {Text(known.At)} is entered already, and the new meter was not read between the two. If that one is wrong, take it back and enter it again.");
        }

        if (AlreadyNew(connection, entry, said.At, final) is { } fell)
        {
            return EntryResult.Refused(
                "at",
                $"Đồng hồ mới đã gửi chỉ số từ {Text(fell.End)}; chọn thời điểm thay từ sau {Text(fell.Start)} đến {Text(fell.End)}.",
                $"The new meter has been read since {Text(fell.End)}; take a time of exchange after {Text(fell.Start)} and not after {Text(fell.End)}.");
        }

        var last = rules.Events.FirstEffective(ReadingTable.Back(connection, entry.No, said.At.Plus(TimeSpan.FromMilliseconds(-1))));
        if (last is { } before && final < before.Value.ToDecimal())
        {
            return EntryResult.Refused(
                "oldFinal",
                $"Chỉ số cuối {Text(final)} nhỏ hơn chỉ số {Text(before.Value.ToDecimal())} đã đọc trước đó; kiểm tra lại chỉ số hoặc thời điểm thay.",
                $"The final reading {Text(final)} is below {Text(before.Value.ToDecimal())}, which was read before it; check the reading or the time of the exchange.");
        }

        var next = rules.Events.FirstEffective(ReadingTable.After(connection, entry.No, said.At.Plus(TimeSpan.FromMilliseconds(-1))));
        return next is { } after && initial > after.Value.ToDecimal()
            ? EntryResult.Refused(
                "newInitial",
                $"Chỉ số đầu {Text(initial)} lớn hơn chỉ số {Text(after.Value.ToDecimal())} đọc sau khi thay; kiểm tra lại.",
                $"The first reading {Text(initial)} is above {Text(after.Value.ToDecimal())}, which was read after the exchange; check it.")
            : null;
    }

    /// <summary>
    /// An exchange after or before which no reading of the meter between stands: two acts about one exchange, which would count the old
    /// register twice.
    /// </summary>
    private SourceEvent? SameExchange(SqliteConnection connection, SourceEntry entry, Instant at) => rules.Events.All
        .FirstOrDefault(known => known.Kind == SourceEventKind.Replacement && !IsReadBetween(connection, entry, known.At < at ? known.At : at, known.At < at ? at : known.At));

    /// <summary>A reading at the very moment of an exchange is the new meter's.</summary>
    private bool IsReadBetween(SqliteConnection connection, SourceEntry entry, Instant earlier, Instant later) =>
        rules.Events.FirstEffective(ReadingTable.After(connection, entry.No, earlier.Plus(TimeSpan.FromMilliseconds(-1)))) is { } next && next.At < later;

    /// <summary>
    /// An unexplained fall shortly before, from a line to which the final reading belongs: what was read since is the new device's.
    /// </summary>
    private static Interval? AlreadyNew(SqliteConnection connection, SourceEntry entry, Instant at, decimal final)
    {
        const IntervalMarks fall = IntervalMarks.Suspect | IntervalMarks.ResetAssumed | IntervalMarks.Unknown;
        var found = FindingTable.Within(connection, entry.No, at.Plus(-LongestDelay), at)
            .Where(finding => (finding.Interval.Marks & fall) != IntervalMarks.Measured && finding.Interval.End < at)
            .Where(finding => ReadingTable.AtOrBefore(connection, entry.No, finding.Interval.Start) is { } before && before.Value.ToDecimal() <= final)
            .ToList();
        return found.Count == 0 ? null : found[^1].Interval;
    }

    private EntryResult? Factor(SqliteConnection connection, SourceEntry entry, EventEntry said)
    {
        if (said.Factor is not > 0m)
        {
            return EntryResult.Refused("factor", "Hệ số phải lớn hơn 0.", "The factor must be above 0.");
        }

        var tried = rules with { Factor = Math.Max(rules.Factor, RuleBook.InRules(entry.Row, new SourceEvent(0, said.Kind, said.At) { Factor = said.Factor.Value }).Factor) };
        return ReadingTable.Farthest(connection, entry.No).All(tried.Holds)
            ? null
            : EntryResult.Refused(
                "factor", $"Với hệ số {Text(said.Factor.Value)} các chỉ số đã lưu vượt quá mức đếm được.", $"With the factor {Text(said.Factor.Value)} the stored readings are more than can be counted.");
    }

    private static EntryResult? Corrected(SqliteConnection connection, SourceEntry entry, EventEntry said)
    {
        if (said.Value is null)
        {
            return EntryResult.Refused("value", "Nhập chỉ số đúng.", "Enter the correct reading.");
        }

        if (ReadingTable.At(connection, entry.No, said.At) is not { } read)
        {
            return EntryResult.Refused("at", "Không có chỉ số nào đúng vào thời điểm này.", "There is no reading at that very moment.");
        }

        return entry.Rules.Events.Effective(read) is null
            ? EntryResult.Refused("at", "Chỉ số này đã bị bỏ qua; thu hồi việc đó trước.", "This reading is passed over; take that back first.")
            : null;
    }

    private static EntryResult? Stretch(EventEntry said) => said.Until is { } until && until >= said.At
        ? null
        : EntryResult.Refused("until", "Nhập thời điểm kết thúc, không trước thời điểm bắt đầu.", "Enter the end, not before the beginning.");

    /// <summary>A decision is about something that was found: a fall, an impossible rise, a gap. Plain growth needs none.</summary>
    private EntryResult? Decision(SqliteConnection connection, SourceEntry entry, EventEntry said)
    {
        var before = rules.Events.FirstEffective(ReadingTable.Back(connection, entry.No, said.At.Plus(TimeSpan.FromMilliseconds(-1))));
        var after = rules.Events.FirstEffective(ReadingTable.After(connection, entry.No, said.At.Plus(TimeSpan.FromMilliseconds(-1))));
        if (before is not { } left || after is not { } right)
        {
            return EntryResult.Refused(
                "at", "Phải có chỉ số trước và sau (hoặc đúng) thời điểm này; chọn thời điểm của chỉ số cần xử lý.",
                "There must be a reading before and one at or after that moment; take the moment of the reading that is to be decided.");
        }

        if (said.Kind == SourceEventKind.ResetConfirmed)
        {
            return Reset(left, right, said.NewInitial ?? 0m);
        }

        return FindingTable.Within(connection, entry.No, said.At.Plus(TimeSpan.FromMilliseconds(-1)), said.At).Count > 0
            ? null
            : EntryResult.Refused(
                "at", "Vào thời điểm này không có gì chờ quyết định: chỉ số tăng bình thường. Nếu chỉ số sai, hãy sửa hoặc bỏ chỉ số đó.",
                "Nothing waits for a decision at that moment: the register rose as usual. If a reading is wrong, correct it or mark it as wrong.");
    }

    private EntryResult? Reset(MeterReading before, MeterReading after, decimal initial)
    {
        if (after.Value >= before.Value)
        {
            return EntryResult.Refused(
                "at",
                $"Chỉ số không giảm: từ {Text(before.Value.ToDecimal())} lên {Text(after.Value.ToDecimal())} lúc {Text(after.At)}. Chỉ xác nhận đặt lại được ở nơi chỉ số giảm.",
                $"The register did not fall: it went from {Text(before.Value.ToDecimal())} to {Text(after.Value.ToDecimal())} at {Text(after.At)}. A reset can be confirmed only where it fell.");
        }

        return initial > after.Value.ToDecimal()
            ? EntryResult.Refused(
                "newInitial", $"Chỉ số đầu {Text(initial)} lớn hơn chỉ số {Text(after.Value.ToDecimal())} đọc sau khi đặt lại; kiểm tra lại.",
                $"The first reading {Text(initial)} is above {Text(after.Value.ToDecimal())}, which was read after the reset; check it.")
            : null;
    }

    private string Text(Instant instant) => calendar.ToLocal(instant).ToString("dd/MM/yyyy HH:mm:ss", CultureInfo.InvariantCulture);

    private static string Text(decimal number) => number.ToString("0.#########", CultureInfo.InvariantCulture);
}
