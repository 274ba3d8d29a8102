using System.Security.Cryptography;

namespace EmulationPlatform.Storage.Audit;

/// <summary>
/// Signs official results with a key of this installation: ECDSA over P-256 with SHA-256, made at the first need and kept in
/// <c>DIR/keys/official-results.pem</c>, owner only. Whoever has the public key can check a printed result without the database.
/// </summary>
public sealed class SnapshotSigner : IDisposable
{
    private const string KeyFile = "official-results.pem";

    private readonly ECDsa key;

    private SnapshotSigner(ECDsa key)
    {
        this.key = key;
        Fingerprint = Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()));
    }

    /// <summary>SHA-256 of the public key, 64 hexadecimal digits.</summary>
    public string Fingerprint { get; }

    /// <summary>Public key as PEM, for whoever wants to check.</summary>
    public string PublicKey => key.ExportSubjectPublicKeyInfoPem();

    /// <summary>Reads the key of a data folder, or makes it.</summary>
    public static SnapshotSigner Open(string dataFolder)
    {
        var folder = Path.Combine(dataFolder, "keys");
        var file = Path.Combine(folder, KeyFile);
        var made = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        try
        {
            if (File.Exists(file))
            {
                made.ImportFromPem(File.ReadAllText(file));
            }
            else
            {
                Write(folder, file, made.ExportPkcs8PrivateKeyPem());
            }

            return new(made);
        }
        catch
        {
            made.Dispose();
            throw;
        }
    }

    public byte[] Sign(ReadOnlySpan<byte> hash) => key.SignHash(hash);

    public bool Fits(ReadOnlySpan<byte> hash, ReadOnlySpan<byte> signature) => key.VerifyHash(hash, signature);

    public void Dispose() => key.Dispose();

    private static void Write(string folder, string file, string pem)
    {
        Directory.CreateDirectory(folder);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var stream = new FileStream(file, options);
        using var text = new StreamWriter(stream);
        text.Write(pem);
        text.Flush();
        stream.Flush(flushToDisk: true);
    }
}
