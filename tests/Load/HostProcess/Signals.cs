using System.Runtime.InteropServices;

namespace EmulationPlatform.Load.HostProcess;

/// <summary>POSIX signals; <see cref="System.Diagnostics.Process"/> can only send SIGKILL.</summary>
internal static partial class Signals
{
    private const int Terminate = 15;

    public static void RequestStop(int process) => _ = Kill(process, Terminate);

    [LibraryImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Kill(int process, int signal);
}
