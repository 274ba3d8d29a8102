using System.Globalization;
using EmulationPlatform.Storage;
using EmulationPlatform.Storage.Audit;
using EmulationPlatform.Storage.Evidence;
using EmulationPlatform.Storage.Tables;
using EmulationPlatform.Units.Facilities;

namespace EmulationPlatform.Units;

/// <summary>What is kept for later: evidence, official results, and who did what.</summary>
public sealed class RecordsDesk(Database database, EvidenceStore store, SnapshotSigner signer, TimeProvider clock)
{
    private readonly AuditTrail audit = new(clock);

    /// <summary>Keeps a file. When it is stored, it survives a power loss and its row is in the audit log.</summary>
    /// <param name="name">As the sender calls it; what is dangerous in it is taken out.</param>
    public async Task<EvidenceOutcome> AddEvidenceAsync(Stream content, string name, string author, CancellationToken cancellationToken)
    {
        var outcome = await store.SaveAsync(content, cancellationToken);
        if (outcome is EvidenceOutcome.Stored stored)
        {
            await database.WriteAsync(connection =>
            {
                EvidenceTable.Add(connection, stored, name, author, audit.Now);
                audit.Append(
                    connection, author, "evidence.added", $"evidence/{stored.Hash}", "", before: null,
                    after: new { mediaType = stored.MediaType, bytes = stored.Bytes, name = EvidenceTable.Find(connection, stored.Hash)!.Name });
            });
        }

        return outcome;
    }

    public EvidenceRow? FindEvidence(string hash) => database.Read(connection => EvidenceTable.Find(connection, hash));

    /// <returns>To be disposed by the caller; null when there is no such file.</returns>
    public FileStream? OpenEvidence(string hash) => store.Open(hash);

    /// <summary>Newest first, at most <paramref name="limit"/>; null for the others asks for all.</summary>
    /// <param name="before">Only rows of a smaller number.</param>
    public IReadOnlyList<AuditRow> Audit(long? before, int limit, string? subject, string? author) =>
        database.Read(connection => AuditTable.Page(connection, before, limit, subject, author));

    /// <summary>Freezes a board as the official result of its period, and signs it.</summary>
    /// <param name="board">Its JSON, kept word for word.</param>
    /// <param name="replaces">Number of the period's result that is in force; null when it has none.</param>
    public Task<EntryResult> FreezeAsync(string movement, string period, string board, string reason, long? replaces, string author) =>
        database.WriteAsync(connection =>
        {
            var inForce = SnapshotTable.InForce(connection, movement, period)?.No;
            if (inForce != replaces)
            {
                return Refused(period, inForce);
            }

            var no = SnapshotTable.Add(connection, new NewSnapshot
            {
                Movement = movement, Period = period, TakenAt = audit.Now, Author = author, Reason = reason, Board = board, Replaces = replaces,
            });
            SnapshotSignatureTable.Add(connection, no, signer);
            return EntryResult.Done(no);
        });

    /// <summary>Public key with which official results can be checked, as PEM.</summary>
    public string PublicKey => signer.PublicKeyPem;

    /// <returns>Null for results from before there were signatures.</returns>
    public SnapshotSignature? Signature(long no) => database.Read(connection => SnapshotSignatureTable.Find(connection, no));

    /// <summary>Newest first.</summary>
    public IReadOnlyList<SnapshotRow> Snapshots() => [.. database.Read(SnapshotTable.All).Reverse()];

    /// <returns>The result with its board's JSON, word for word; null when there is no such result.</returns>
    public (SnapshotRow Row, string Board)? Snapshot(long no) => database.Read<(SnapshotRow, string)?>(connection =>
        SnapshotTable.Find(connection, no) is { } row ? (row, SnapshotTable.Board(connection, no)!) : null);

    private static EntryResult Refused(string period, long? inForce) => inForce is { } no
        ? EntryResult.Refused(
            "replaces",
            string.Create(CultureInfo.InvariantCulture, $"Kỳ {period} đã có kết quả chính thức số {no}; ghi replaces: {no} để thay bằng kết quả mới."),
            string.Create(CultureInfo.InvariantCulture, $"Period {period} has the official result {no}; write replaces: {no} to put a new one in its place. The old one stays."))
        : EntryResult.Refused("replaces", $"Kỳ {period} chưa có kết quả chính thức để thay.", $"Period {period} has no official result yet; leave replaces out.");
}
