namespace EmulationPlatform.Web.Api.Shapes;

/// <param name="Key">Fingerprint (SHA-256) of the public key at <c>/api/v1/snapshots/key</c>.</param>
/// <param name="Value">ECDSA P-256 over the result's hash, hexadecimal (IEEE P1363).</param>
public sealed record SignatureJson(string Key, string Value)
{
    public static SignatureJson? Of((string Key, string Signature)? found) => found is { } signed ? new(signed.Key, signed.Signature) : null;
}
