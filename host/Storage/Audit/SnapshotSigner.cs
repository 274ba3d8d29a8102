using System.Security.Cryptography;
using System.Text;
using EmulationPlatform.Storage.Sqlite;

namespace EmulationPlatform.Storage.Audit;

/// <summary>
/// Signs official results with the installation's own key (ECDSA, P-256), which lies in <c>keys/snapshot-signing.pem</c> of the data
/// folder, for its owner alone, and is made when first needed. Whoever has a copy of the database but not the key cannot make a
/// result that verifies.
/// </summary>
/// <remarks>
/// The signature is over the hash of the result (<see cref="Tables.SnapshotTable"/>), in DER, so that OpenSSL verifies it as well:
/// <code>openssl pkeyutl -verify -pubin -inkey public.pem -in hash.bin -sigfile signature.der</code>
/// </remarks>
public sealed class SnapshotSigner : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private readonly ECDsa key;

    private SnapshotSigner(ECDsa key)
    {
        this.key = key;
        PublicKeyPem = key.ExportSubjectPublicKeyInfoPem();
        Fingerprint = FingerprintOf(key);
    }

    /// <summary>To be given to others, who can verify with it.</summary>
    public string PublicKeyPem { get; }

    /// <summary>SHA-256 of the public key (SubjectPublicKeyInfo), 64 hexadecimal digits, small letters.</summary>
    public string Fingerprint { get; }

    public static string PathIn(string dataFolder) => Path.Combine(dataFolder, "keys", "snapshot-signing.pem");

    /// <summary>Opens the key, or makes one. Called once, at the start of the host.</summary>
    /// <exception cref="InvalidOperationException">The file is not such a key.</exception>
    public static SnapshotSigner Open(string dataFolder)
    {
        var path = PathIn(dataFolder);
        if (!File.Exists(path))
        {
            Make(path);
        }

        if (!OperatingSystem.IsWindows() && File.GetUnixFileMode(path) != OwnerOnly)
        {
            File.SetUnixFileMode(path, OwnerOnly);
        }

        return new SnapshotSigner(Read(path));
    }

    /// <param name="hash">Of the result, 64 hexadecimal digits.</param>
    public byte[] Sign(string hash) => key.SignHash(Convert.FromHexString(hash), DSASignatureFormat.Rfc3279DerSequence);

    public void Dispose() => key.Dispose();

    internal static bool Verify(ECDsa publicKey, byte[] hash, byte[] signature) => publicKey.VerifyHash(hash, signature, DSASignatureFormat.Rfc3279DerSequence);

    internal static string FingerprintOf(ECDsa key) => FieldHash.Hex(SHA256.HashData(key.ExportSubjectPublicKeyInfo()));

    private static ECDsa Read(string path)
    {
        var read = ECDsa.Create();
        try
        {
            read.ImportFromPem(File.ReadAllText(path));
            return read.ExportParameters(includePrivateParameters: true).Curve.Oid.Value == ECCurve.NamedCurves.nistP256.Oid.Value
                ? read
                : throw new CryptographicException("Its curve is another one.");
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            read.Dispose();
            throw NotAKey(path, e);
        }
    }

    private static InvalidOperationException NotAKey(string path, Exception inner) => new(
        $"{path} is not a private key of the curve P-256. Restore it from a backup; or move it away, then a new key is made for results from now on.", inner);

    private static void Make(string path)
    {
        using var made = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        DurableFile.MakeOwnFolder(Path.GetDirectoryName(path)!);
        var part = path + ".part";
        File.Delete(part);
        using var file = DurableFile.Create(part, OwnerOnly);
        file.Write(Encoding.ASCII.GetBytes(made.ExportPkcs8PrivateKeyPem() + "\n"));
        DurableFile.MoveTo(file, path);
    }
}
