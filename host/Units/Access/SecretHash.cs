using System.Security.Cryptography;
using System.Text;

namespace EmulationPlatform.Units.Access;

/// <summary>
/// Secrets of our own making: 256 random bits, so that a plain SHA-256 is enough to store them (OWASP ASVS 5.0, 11.4.2; slow
/// hashes are for passwords that people choose).
/// </summary>
internal static class SecretHash
{
    public static string NewSecret() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    public static byte[] Of(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    public static byte[] Of(ReadOnlySpan<byte> secret) => SHA256.HashData(secret);

    public static bool Same(byte[] left, byte[] right) => CryptographicOperations.FixedTimeEquals(left, right);
}
