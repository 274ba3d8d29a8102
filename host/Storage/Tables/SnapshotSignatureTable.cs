using EmulationPlatform.Storage.Audit;
using EmulationPlatform.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace EmulationPlatform.Storage.Tables;

/// <summary>Signatures of official results: over the hash of each, by the key of this installation.</summary>
public static class SnapshotSignatureTable
{
    public static void Add(SqliteConnection connection, long snapshot, SnapshotSigner signer)
    {
        var hash = SnapshotTable.Find(connection, snapshot)!.Hash;
        connection.Execute(
            "INSERT INTO snapshot_signature (snapshot, key, signature) VALUES ($1, $2, $3)", snapshot, signer.Fingerprint, signer.Sign(Convert.FromHexString(hash)));
    }

    /// <summary>Fingerprint of the key and the signature in hexadecimal; null for results from before there were signatures.</summary>
    public static (string Key, string Signature)? Find(SqliteConnection connection, long snapshot) => connection.Query(
        "SELECT key, signature FROM snapshot_signature WHERE snapshot = $1", row => (row.GetString(0), FieldHash.Hex(row.Bytes(1))), snapshot) is [var found] ? found : null;

    /// <summary>Signatures by this installation's key that do not fit their result. Those of other keys are named as such.</summary>
    public static IEnumerable<SnapshotProblem> Verify(SqliteConnection connection, SnapshotSigner signer)
    {
        var rows = connection.Query("SELECT snapshot, key, signature FROM snapshot_signature ORDER BY snapshot", row => (No: row.GetInt64(0), Key: row.GetString(1), Signature: row.Bytes(2)));
        foreach (var row in rows)
        {
            if (row.Key != signer.Fingerprint)
            {
                yield return new(SnapshotDifference.SignatureDiffers, row.No, $"The official result {row.No} was signed by another key, {row.Key}.");
            }
            else if (SnapshotTable.Find(connection, row.No) is not { } found || !signer.Fits(Convert.FromHexString(found.Hash), row.Signature))
            {
                yield return new(SnapshotDifference.SignatureDiffers, row.No, $"The signature of the official result {row.No} does not fit it.");
            }
        }
    }
}
