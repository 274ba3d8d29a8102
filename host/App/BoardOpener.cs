using System.ComponentModel;
using System.Diagnostics;

namespace EmulationPlatform.App;

/// <summary>Opens the board in the browser of whoever started the demo at a desk.</summary>
internal static class BoardOpener
{
    public static void TryOpen(string address)
    {
        if (Console.IsOutputRedirected || !HasDesktop())
        {
            return;
        }

        try
        {
            using var browser = Process.Start(new ProcessStartInfo(address) { UseShellExecute = true });
        }
        catch (Win32Exception)
        {
            // No program is registered for web addresses; the address is printed anyway.
        }
    }

    private static bool HasDesktop() =>
        OperatingSystem.IsWindows() || OperatingSystem.IsMacOS()
        || Environment.GetEnvironmentVariable("DISPLAY") is { Length: > 0 } || Environment.GetEnvironmentVariable("WAYLAND_DISPLAY") is { Length: > 0 };
}
