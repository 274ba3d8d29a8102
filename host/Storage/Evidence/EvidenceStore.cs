using System.Security.Cryptography;
using EmulationPlatform.Storage.Sqlite;

namespace EmulationPlatform.Storage.Evidence;

/// <summary>
/// Files that prove something (photos, minutes, bills), kept under <c>DIR/evidence/ab/abcdef…</c> by the SHA-256 of their
/// content: the same content is one file, and nothing a sender says becomes part of a path. Who added what under which
/// name is in <see cref="EvidenceTable"/>.
/// </summary>
/// <param name="mostBytes">The largest file taken.</param>
public sealed class EvidenceStore(string dataFolder, long mostBytes = EvidenceStore.DefaultMostBytes)
{
    /// <summary>10 MB.</summary>
    public const long DefaultMostBytes = 10_000_000;

    private const string PartSuffix = ".part";
    private const int HashDigits = 64;
    private const int BufferBytes = 64 * 1024;
    private readonly string root = Path.Combine(dataFolder, "evidence");

    /// <summary>
    /// Reads the content to its end, or to what speaks against it. When <see cref="EvidenceOutcome.Stored"/> comes back the
    /// file survives a power loss; add its row to <see cref="EvidenceTable"/> then, with the act that it proves.
    /// </summary>
    public async Task<EvidenceOutcome> SaveAsync(Stream content, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(root);
        var part = Path.Combine(root, Path.GetRandomFileName() + PartSuffix);
        await using var file = DurableFile.Create(part);
        try
        {
            var outcome = await CopyAsync(content, file, cancellationToken);
            if (outcome is EvidenceOutcome.Stored { Hash: var hash })
            {
                Directory.CreateDirectory(Path.GetDirectoryName(PathOf(hash))!);

                // A file of that name has the same content, unless it was damaged: then this mends it.
                DurableFile.MoveTo(file, PathOf(hash));
            }

            return outcome;
        }
        finally
        {
            File.Delete(part);
        }
    }

    /// <returns>The content, to be disposed by the caller; null when the text is not a hash or there is no such file.</returns>
    public FileStream? Open(string hash)
    {
        if (!IsHash(hash))
        {
            return null;
        }

        try
        {
            return new FileStream(PathOf(hash), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, BufferBytes, FileOptions.Asynchronous);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Removes what was being received when the host last stopped. Only for the start: it would take uploads away.</summary>
    public void RemoveUnfinished()
    {
        if (Directory.Exists(root))
        {
            foreach (var part in Directory.EnumerateFiles(root, "*" + PartSuffix))
            {
                File.Delete(part);
            }
        }
    }

    /// <summary>Reads every file again, which takes as long as the disk needs for all of them.</summary>
    /// <param name="rows">All rows of <see cref="EvidenceTable"/>.</param>
    public IEnumerable<EvidenceProblem> Verify(IReadOnlyCollection<EvidenceRow> rows, CancellationToken cancellationToken)
    {
        foreach (var row in rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Check(row) is { } problem)
            {
                yield return problem;
            }
        }

        var known = rows.Select(row => PathOf(row.Hash)).ToHashSet(StringComparer.Ordinal);
        var files = Directory.Exists(root) ? Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories) : [];
        foreach (var file in files.Where(file => !known.Contains(file)).Order(StringComparer.Ordinal))
        {
            var place = Path.GetRelativePath(root, file);
            yield return new EvidenceProblem(EvidenceDifference.Orphan, place, $"The file {place} in the folder of evidence belongs to no entry.");
        }
    }

    private EvidenceProblem? Check(EvidenceRow row)
    {
        using var file = Open(row.Hash);
        if (file is null)
        {
            return new EvidenceProblem(EvidenceDifference.Missing, row.Hash, $"The evidence “{row.Name}” ({row.Hash}) is not in its folder.");
        }

        return FieldHash.Hex(SHA256.HashData(file)) == row.Hash
            ? null
            : new EvidenceProblem(EvidenceDifference.ContentDiffers, row.Hash, $"The evidence “{row.Name}” ({row.Hash}) is not the file that was added.");
    }

    private async Task<EvidenceOutcome> CopyAsync(Stream content, FileStream file, CancellationToken cancellationToken)
    {
        var buffer = new byte[BufferBytes];
        var read = await content.ReadAtLeastAsync(buffer, MagicBytes.Needed, throwOnEndOfStream: false, cancellationToken);
        if (MagicBytes.MediaType(buffer.AsSpan(0, read)) is not { } mediaType)
        {
            return read == 0 ? new EvidenceOutcome.Empty() : new EvidenceOutcome.NotAllowed();
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var total = 0L;
        for (; read > 0; read = await content.ReadAsync(buffer, cancellationToken))
        {
            total += read;
            if (total > mostBytes)
            {
                return new EvidenceOutcome.TooLarge(mostBytes);
            }

            hash.AppendData(buffer, 0, read);
            await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }

        return new EvidenceOutcome.Stored(FieldHash.Hex(hash.GetHashAndReset()), mediaType, total);
    }

    private string PathOf(string hash) => Path.Combine(root, hash[..2], hash);

    private static bool IsHash(string text) => text.Length == HashDigits && text.All(char.IsAsciiHexDigitLower);
}
