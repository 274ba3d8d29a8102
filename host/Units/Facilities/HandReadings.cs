using System.Globalization;
using EmulationPlatform.Metering;
using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.Tables;
using EmulationPlatform.Units.Registry;
using Microsoft.Data.Sqlite;

namespace EmulationPlatform.Units.Facilities;

/// <summary>Readings that people enter: from the register, or worked out of a bill. They are readings like all others.</summary>
internal sealed class HandReadings(AgencySetup setup, AuditTrail audit, HandBook book)
{
    /// <summary>A meter that was last read a little before the bill begins still showed about that when it began.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromDays(3);

    public async Task<EntryResult> ReadAsync(AgencyRuntime runtime, SourceEntry entry, ManualReading reading, string author)
    {
        if (entry.Row.Kind != SourceKind.Counter || entry.IsVirtual)
        {
            return EntryResult.Refused("value", "Chỉ nhập tay được chỉ số của công tơ đếm.", "Only a counter's register can be read by hand.");
        }

        var read = new HandValue(reading.At, reading.Value);
        var moved = ChainOf(entry, except: null).After(read);
        return moved.Count > 0 && Room(entry, moved[^1]) is < 0m
            ? EntryResult.Refused(
                "value", "Với chỉ số này, các hóa đơn sau đó vượt quá chỉ số công tơ đọc được kế tiếp; kiểm tra chỉ số hoặc hóa đơn.",
                "With this reading the bills after it go beyond the meter's next reading; check the reading or the bills.")
            : await book.StoreAsync(
                runtime, entry, author, reading.Reason, new HandRecord { At = reading.At, Value = reading.Value, Evidence = reading.Evidence, Readings = [read], Moved = moved });
    }

    /// <summary>
    /// The bill says how far the register went in its time: the register at its end is what it showed at the beginning, plus the
    /// bill. So the bill counts exactly, and what lies around it keeps the rest of what the meter counted.
    /// </summary>
    public async Task<EntryResult> BillAsync(AgencyRuntime runtime, SourceEntry entry, Bill bill, string author)
    {
        if (entry.Row.Kind != SourceKind.Counter || entry.IsVirtual)
        {
            return EntryResult.Refused("amount", "Hóa đơn chỉ nhập cho công tơ đếm.", "A bill belongs to a counter.");
        }

        var (from, to) = (setup.Calendar.StartOf(bill.FromDay), setup.Calendar.StartOf(bill.ToDay));
        if (Refuse(entry, bill, from, to) is { } refused)
        {
            return refused;
        }

        var factor = FactorAt(entry, from);
        var used = bill.Amount / factor;
        var (begin, beginIsRead, problem) = Begin(entry, from, to, used);
        if (problem is not null)
        {
            return problem;
        }

        var end = begin + used;
        if (!RegisterValue.TryFrom(end, out var shown) || !entry.Holds(shown))
        {
            return EntryResult.Refused("amount", "Hóa đơn lớn hơn mức đồng hồ có thể hiện.", "The bill is more than the register can show.");
        }

        if (!book.IsByHand(entry, to) && Next(entry, to.Plus(TimeSpan.FromMilliseconds(-1))) is { } read && read.At == to && read.Value != shown)
        {
            return EntryResult.Refused(
                "toDay", $"Công tơ đã được đọc vào lúc đó: {Text(read.Value.ToDecimal())}; hóa đơn cho ra {Text(end)}.",
                $"The meter was read at that moment: {Text(read.Value.ToDecimal())}; the bill makes it {Text(end)}.");
        }

        // An earlier word on the same day is corrected by this one, and bills that follow it move along.
        var moved = ChainOf(entry, except: bill.FromDay).After(new HandValue(to, end));
        if (Room(entry, moved.Count > 0 ? moved[^1] : new HandValue(to, end)) is < 0m and var room && used + room >= 0m)
        {
            var most = (used + room) * factor;
            return EntryResult.Refused(
                "amount",
                $"Hóa đơn lớn hơn mức công tơ đã đếm đến chỉ số kế tiếp ({Text(most)}); kiểm tra số tiền, ngày hoặc công tơ.",
                $"The bill is more than the meter counted until its next reading ({Text(most)}); check the amount, the days or the meter.");
        }

        return await book.StoreAsync(runtime, entry, author, bill.Reference, new HandRecord
        {
            FromDay = bill.FromDay,
            ToDay = bill.ToDay,
            Amount = bill.Amount,
            Reference = bill.Reference,
            Evidence = bill.Evidence,
            Readings = beginIsRead ? [new HandValue(to, end)] : [new HandValue(from, begin), new HandValue(to, end)],
            Moved = moved,
            UnknownSince = UnknownSince(entry, from),
        });
    }

    /// <param name="except">First day of the bill that is entered again.</param>
    private BillChain ChainOf(SourceEntry entry, DateOnly? except) => new(
        [.. book.Of(entry).Where(known => known.Stands && known.What.IsBill && known.What.FromDay != except).Select(known => known.What)],
        setup.Calendar, at => FactorAt(entry, at), at => book.ShownByHand(entry, at));

    /// <summary>By how much the meter's next reading is above a value, in units of the register; below 0 when it is not reached. Null when there is none.</summary>
    private decimal? Room(SourceEntry entry, HandValue last) => Next(entry, last.At)?.Value.ToDecimal() - last.Value;

    private MeterReading? Next(SourceEntry entry, Instant after) => Effective(entry, connection => ReadingTable.After(connection, entry.No, after));

    /// <summary>
    /// What the register showed at the beginning of the bill. Of a meter that nobody reads only the bills are known: they may come in any
    /// order, and of the time between two of them nothing is known.
    /// </summary>
    private (decimal Value, bool IsRead, EntryResult? Problem) Begin(SourceEntry entry, Instant from, Instant to, decimal used)
    {
        var before = Effective(entry, connection => ReadingTable.Back(connection, entry.No, from));
        var after = Effective(entry, connection => ReadingTable.After(connection, entry.No, from));
        if (before is { } exact && exact.At == from)
        {
            return (exact.Value.ToDecimal(), true, null);
        }

        return (before, after) switch
        {
            ({ } left, { } right) when right.Value >= left.Value => (Between(left, right, from), false, null),
            ({ } left, null) when from - left.At <= LongestPause => (left.Value.ToDecimal(), false, null),
            (null, null) => (0m, false, null),
            (null, { } right) when right.At == to && book.IsBill(entry, to) => (right.Value.ToDecimal() - used, false, null),
            ({ } left, null) when book.IsBill(entry, left.At) => (left.Value.ToDecimal(), false, null),
            _ => (0m, false, EntryResult.Refused(
                "fromDay", "Không biết chỉ số của công tơ vào ngày đầu của hóa đơn; nhập chỉ số ngày đó trước.",
                "The register on the bill's first day is not known; enter that reading first.")),
        };
    }

    /// <summary>End of the last bill before one that does not follow it; null when it does.</summary>
    private Instant? UnknownSince(SourceEntry entry, Instant from) =>
        Effective(entry, connection => ReadingTable.Back(connection, entry.No, from)) is { } left && from - left.At > LongestPause
        && book.IsBill(entry, left.At) && Next(entry, from) is null
            ? left.At
            : null;

    private EntryResult? Refuse(SourceEntry entry, Bill bill, Instant from, Instant to)
    {
        if (bill.ToDay <= bill.FromDay)
        {
            return EntryResult.Refused("toDay", "Ngày cuối phải sau ngày đầu.", "The last day must be after the first one.");
        }

        if ((ReadingTime.Problem(from, audit.Now) ?? ReadingTime.Problem(to, audit.Now)) is not null)
        {
            return EntryResult.Refused("toDay", "Hóa đơn phải nằm trong quá khứ, sau năm 2010.", "The bill must lie in the past, after 2010.");
        }

        if (bill.Amount < 0m)
        {
            return EntryResult.Refused("amount", "Lượng dùng không thể âm.", "What was used cannot be below 0.");
        }

        return entry.Rules.Events.All.Any(said => from < said.At && said.At < to && IsTurn(said.Kind))
            ? EntryResult.Refused(
                "fromDay", "Trong thời gian của hóa đơn công tơ đã được thay, đặt lại hoặc đổi hệ số; nhập chỉ số thay cho hóa đơn.",
                "Within the bill's time the meter was exchanged, reset or got another factor; enter readings instead.")
            : null;
    }

    private static bool IsTurn(SourceEventKind kind) => kind is SourceEventKind.Replacement or SourceEventKind.ResetConfirmed or SourceEventKind.Dismissed or SourceEventKind.Factor;

    private static decimal FactorAt(SourceEntry entry, Instant at) =>
        entry.Rules.Events.FactorAt(at) ?? entry.Rules.Factor;

    /// <summary>The first of some readings that counts, as it counts.</summary>
    private MeterReading? Effective(SourceEntry entry, Func<SqliteConnection, IEnumerable<MeterReading>> readings) => setup.Database.Read(
        connection => entry.Rules.Events.FirstEffective(readings(connection)));

    private static decimal Between(MeterReading left, MeterReading right, Instant at)
    {
        var part = (decimal)(at.UnixMilliseconds - left.At.UnixMilliseconds) / (right.At.UnixMilliseconds - left.At.UnixMilliseconds);
        return decimal.Round(left.Value.ToDecimal() + ((right.Value.ToDecimal() - left.Value.ToDecimal()) * part), 6);
    }

    private static string Text(decimal number) => number.ToString("0.######", CultureInfo.InvariantCulture);
}
