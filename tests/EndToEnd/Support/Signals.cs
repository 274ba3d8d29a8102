using System.Runtime.InteropServices;

namespace EmulationPlatform.EndToEnd.Support;

/// <summary>POSIX signals; <see cref="System.Diagnostics.Process"/> can only send SIGKILL.</summary>
internal static partial class Signals
{
    public const int Interrupt = 2;
    public const int Terminate = 15;

    public static void Send(int process, int signal) => Assert.Equal(0, Kill(process, signal));

    [LibraryImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Kill(int process, int signal);
}
