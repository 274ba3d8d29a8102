using EmulationPlatform.Storage.Tables;

namespace EmulationPlatform.Web.Api.Shapes;

/// <param name="Key">Fingerprint (SHA-256) of the public key at <c>/api/v1/snapshots/key</c>.</param>
/// <param name="Value">ECDSA P-256 over the result's hash in DER, hexadecimal.</param>
public sealed record SignatureJson(string Key, string Value)
{
    public static SignatureJson? Of(SnapshotSignature? found) => found is null ? null : new(found.Key, Convert.ToHexStringLower(found.Signature));
}
