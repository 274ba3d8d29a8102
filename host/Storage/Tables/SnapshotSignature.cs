namespace EmulationPlatform.Storage.Tables;

/// <param name="Snapshot">Number of the official result.</param>
/// <param name="Key">Fingerprint of the key, as <see cref="Audit.SnapshotSigner.Fingerprint"/>.</param>
/// <param name="Signature">ECDSA over the result's hash, in DER.</param>
public sealed record SnapshotSignature(long Snapshot, string Key, byte[] Signature);
