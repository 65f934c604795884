using System.Diagnostics;
using System.Globalization;

namespace CfGen.Faults.Run;

/// <summary>The resources that this process holds while no call is under way.</summary>
/// <param name="HeapBytes">The live objects.</param>
/// <param name="Handles">The open files, sockets included; 0 where the system does not list them.</param>
/// <param name="Sockets">The open sockets; 0 where the system does not list them.</param>
internal sealed record ProcessState(long HeapBytes, int Handles, int Sockets)
{
    private const string Folder = "/proc/self/fd";

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{HeapBytes / 1024:N0} KB live, {Handles} handles, {Sockets} sockets");

    /// <summary>
    /// Measures once sockets and live objects are down to a number: a closed connection, and what a canceled read held, take a moment to be
    /// gone.
    /// </summary>
    public static async Task<ProcessState> MeasureAsync(int sockets, long heapBytes = long.MaxValue)
    {
        long start = Stopwatch.GetTimestamp();
        ProcessState state;
        do
        {
            await Task.Delay(50);
            state = Measure();
        } while ((state.Sockets > sockets || state.HeapBytes > heapBytes) && Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(30));

        return state;
    }

    /// <summary>Counts the open sockets.</summary>
    public static int CountSockets() => ListHandles().Count(target => target.StartsWith("socket:", StringComparison.Ordinal));

    private static ProcessState Measure()
    {
        for (int i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        string[] handles = ListHandles();
        return new(
            GC.GetTotalMemory(forceFullCollection: true),
            handles.Length,
            handles.Count(target => target.StartsWith("socket:", StringComparison.Ordinal))
        );
    }

    private static string[] ListHandles() =>
        Directory.Exists(Folder) ? [.. Directory.GetFiles(Folder).Select(file => new FileInfo(file).LinkTarget).OfType<string>()] : [];
}
