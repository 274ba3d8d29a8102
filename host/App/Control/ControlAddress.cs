using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace EmulationPlatform.App.Control;

/// <summary>Where the host of a data folder listens for commands of the same machine and user.</summary>
internal static class ControlAddress
{
    /// <summary>Longest path a Unix socket can have on every system we run on (sun_path, 104 on macOS), less the closing zero.</summary>
    private const int LongestPath = 103;

    public static string PathOf(string dataFolder)
    {
        var path = Path.Combine(dataFolder, "control.sock");
        if (Encoding.UTF8.GetByteCount(path) <= LongestPath)
        {
            return path;
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(dataFolder)).AsSpan(0, 12));
        return Path.Combine(Path.GetTempPath(), $"emulation-{hash}.sock");
    }

    public static UnixDomainSocketEndPoint Of(string dataFolder) => new(PathOf(dataFolder));
}
