using System.Diagnostics;
using System.Globalization;

namespace CfGen.Corpus.Fuzzing;

/// <summary>A range of seeds, which child processes run. A process that dies names its case, and another one goes on after it.</summary>
internal sealed class FuzzBatch(FuzzCase first, int count, string folder, int maximum)
{
    private const int MaximumErrorLength = 1500;
    private const int MaximumFrames = 60;

    /// <summary>The faults that the processes reported: the case, the length of its text, the signature and the detail.</summary>
    public List<(string Case, int Length, FuzzFault Fault)> Faults { get; } = [];

    public (int Milliseconds, string Case) Slowest { get; private set; }

    public void Run()
    {
        int next = first.Seed;
        int end = first.Seed + count;
        while (next < end)
        {
            (bool isComplete, int last, FuzzFault fault) = RunProcess(next, end - next);
            if (isComplete)
                return;
            Faults.Add((new FuzzCase(first.Kind, last).ToString(), int.MaxValue, fault));
            next = last + 1;
        }
    }

    private (bool IsComplete, int Last, FuzzFault Fault) RunProcess(int seed, int number)
    {
        using Process process = Process.Start(CreateStartInfo(seed, number))!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        int last = seed;
        bool isComplete = false;
        while (process.StandardOutput.ReadLine() is { } line)
        {
            string[] cells = line.Split('\t');
            if (cells is [FuzzWorker.Begin, var begun])
                last = FuzzCase.Parse(begun).Seed;
            else if (cells is [FuzzWorker.Fault, var name, var length, var signature, var detail])
                Faults.Add((name, int.Parse(length, CultureInfo.InvariantCulture), new FuzzFault(signature, detail)));
            else if (cells is [FuzzWorker.Slowest, var milliseconds, var slowest])
                Slowest = (int.Parse(milliseconds, CultureInfo.InvariantCulture), slowest);
            isComplete |= cells is [FuzzWorker.End];
        }

        process.WaitForExit();
        return (isComplete, last, DescribeEnd(process.ExitCode, error.Result));
    }

    private ProcessStartInfo CreateStartInfo(int seed, int number)
    {
        string program = Environment.ProcessPath!;
        List<string> arguments = Path.GetFileNameWithoutExtension(program) == "dotnet" ? [typeof(FuzzBatch).Assembly.Location] : [];
        arguments.AddRange([
            "fuzz-batch",
            folder,
            "--kind",
            first.Kind,
            "--seed",
            seed.ToString(CultureInfo.InvariantCulture),
            "--count",
            number.ToString(CultureInfo.InvariantCulture),
            "--maximum",
            maximum.ToString(CultureInfo.InvariantCulture),
        ]);
        return new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
    }

    private static FuzzFault DescribeEnd(int exitCode, string error)
    {
        string detail = error.Length > MaximumErrorLength ? error[..MaximumErrorLength] : error;
        if (exitCode == FuzzWorker.HangExitCode)
        {
            string noEnd = $"no end in {FuzzWorker.MaximumSeconds} s";
            return new FuzzFault(noEnd, noEnd);
        }

        // The circle is the same, wherever in it the stack ended.
        IEnumerable<string> frames = error
            .Split('\n')
            .Take(MaximumFrames)
            .Select(l => l.Trim().Split('(')[0])
            .Where(l => l.StartsWith("at CfGen", StringComparison.Ordinal))
            .Select(l => l.Split('.').TakeLast(2).First().Split('+')[0])
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);
        return new FuzzFault($"the process ends with {exitCode}: {string.Join(' ', frames)}", detail);
    }
}
