using System.Security.Cryptography;

namespace EmulationPlatform.Storage.Audit;

/// <summary>Public keys out of a text of one or more PEM blocks.</summary>
internal static class PublicKeys
{
    private const string Label = "PUBLIC KEY";

    /// <returns>By fingerprint; to be disposed by the caller.</returns>
    /// <exception cref="ArgumentException">There is none.</exception>
    /// <exception cref="CryptographicException">One cannot be read.</exception>
    public static IReadOnlyDictionary<string, ECDsa> Read(string pem)
    {
        var keys = new Dictionary<string, ECDsa>();
        var rest = pem.AsSpan();
        while (PemEncoding.TryFind(rest, out var fields))
        {
            // A private key would do as well, but has no business where something is verified.
            if (rest[fields.Label] is Label)
            {
                var key = ECDsa.Create();
                key.ImportFromPem(rest[fields.Location]);
                if (!keys.TryAdd(SnapshotSigner.FingerprintOf(key), key))
                {
                    key.Dispose();
                }
            }

            rest = rest[fields.Location.End..];
        }

        return keys.Count > 0 ? keys : throw new ArgumentException("There is no public key in the text.", nameof(pem));
    }
}
