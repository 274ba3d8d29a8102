using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;

namespace EmulationPlatform.Storage.Sqlite;

/// <summary>
/// SHA-256 over the fields of a row, each as 4 bytes of length (big-endian) and its UTF-8 text; numbers as decimal text;
/// a NULL as length −1 without bytes. The length keeps neighbouring fields from being told apart in another way.
/// </summary>
internal static class FieldHash
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <param name="start">Bytes hashed before the fields: the hash of the row before, or none.</param>
    public static byte[] Of(ReadOnlySpan<byte> start, params ReadOnlySpan<byte[]?> fields)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(start);
        Span<byte> length = stackalloc byte[sizeof(int)];
        foreach (var field in fields)
        {
            BinaryPrimitives.WriteInt32BigEndian(length, field?.Length ?? -1);
            hash.AppendData(length);
            hash.AppendData(field ?? []);
        }

        return hash.GetHashAndReset();
    }

    public static byte[]? Field(long? number) => number is { } value ? Field(value.ToString(CultureInfo.InvariantCulture)) : null;

    /// <exception cref="ArgumentException">The text would not come back from the database as it is: it has a NUL or half a surrogate pair.</exception>
    public static byte[]? Field(string? text)
    {
        if (text is not null && text.Contains('\0', StringComparison.Ordinal))
        {
            throw new ArgumentException("The text has a NUL character.", nameof(text));
        }

        return text is null ? null : StrictUtf8.GetBytes(text);
    }

    /// <summary>
    /// The fields as they lie in the file. The query casts them to BLOB, so that not even a byte behind a NUL or a number
    /// turned into text escapes.
    /// </summary>
    public static byte[]?[] Stored(SqliteDataReader row, int first, int count)
    {
        var fields = new byte[]?[count];
        for (var i = 0; i < count; i++)
        {
            fields[i] = row.IsDBNull(first + i) ? null : row.Bytes(first + i);
        }

        return fields;
    }

    public static string Hex(ReadOnlySpan<byte> hash) => Convert.ToHexStringLower(hash);
}
