using System.Security.Cryptography;
using EmulationPlatform.Storage.Audit;
using EmulationPlatform.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace EmulationPlatform.Storage.Tables;

/// <summary>Signatures of official results, one for each that was taken since results are signed.</summary>
public static class SnapshotSignatureTable
{
    private const string Columns = "SELECT snapshot, key, signature FROM snapshot_signature";

    private const string Results =
        """
        SELECT snapshot.no, snapshot.hash, signed.key, signed.signature
        FROM snapshot LEFT JOIN snapshot_signature signed ON signed.snapshot = snapshot.no
        WHERE signed.snapshot IS NOT NULL OR snapshot.no >= coalesce((SELECT first_no FROM snapshot_signing), 0)
        ORDER BY snapshot.no
        """;

    /// <summary>Signs a result. Belongs into the transaction that takes it: a result without a signature is a problem.</summary>
    /// <exception cref="InvalidOperationException">There is no such result.</exception>
    public static void Add(SqliteConnection connection, long snapshot, SnapshotSigner signer)
    {
        var row = SnapshotTable.Find(connection, snapshot) ?? throw new InvalidOperationException($"There is no official result {snapshot}.");
        connection.Execute(
            "INSERT INTO snapshot_signature (snapshot, key, signature) VALUES ($1, $2, $3)", snapshot, signer.Fingerprint, signer.Sign(row.Hash));
    }

    public static SnapshotSignature? Find(SqliteConnection connection, long snapshot) =>
        connection.Query(Columns + " WHERE snapshot = $1", Map, snapshot) is [var found] ? found : null;

    public static IReadOnlyList<SnapshotSignature> All(SqliteConnection connection) => connection.Query(Columns + " ORDER BY snapshot", Map);

    /// <summary>
    /// Every result whose signature is missing, wrong or of another key. Hashes are taken as stored; <see cref="SnapshotTable.Verify"/>
    /// proves them.
    /// </summary>
    /// <param name="publicKeyPem">One public key; or several, one after the other, when the installation has had others before.</param>
    /// <exception cref="ArgumentException">There is no public key in the text, or one that is not of ECDSA.</exception>
    /// <exception cref="CryptographicException">A key in the text is damaged.</exception>
    public static IReadOnlyList<SnapshotProblem> Verify(SqliteConnection connection, string publicKeyPem)
    {
        var keys = PublicKeys.Read(publicKeyPem);
        try
        {
            return [.. connection.Query(Results, row => Check(row, keys)).OfType<SnapshotProblem>()];
        }
        finally
        {
            foreach (var key in keys.Values)
            {
                key.Dispose();
            }
        }
    }

    private static SnapshotProblem? Check(SqliteDataReader row, IReadOnlyDictionary<string, ECDsa> keys)
    {
        var no = row.GetInt64(0);
        if (row.TextOrNull(2) is not { } fingerprint)
        {
            return new(SnapshotDifference.SignatureMissing, no, $"The official result {no} has no signature.");
        }

        if (!keys.TryGetValue(fingerprint, out var key))
        {
            return new(SnapshotDifference.KeyUnknown, no, $"The official result {no} was signed with another key ({fingerprint}).");
        }

        return SnapshotSigner.Verify(key, row.Bytes(1), row.Bytes(3))
            ? null
            : new(SnapshotDifference.SignatureDiffers, no, $"The signature of the official result {no} does not belong to it: the result was signed in another form.");
    }

    private static SnapshotSignature Map(SqliteDataReader row) => new(row.GetInt64(0), row.GetString(1), row.Bytes(2));
}
