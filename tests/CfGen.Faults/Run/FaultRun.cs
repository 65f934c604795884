using System.Globalization;
using CfGen.Faults.Calls;
using CfGen.Faults.Scripts;
using CfGen.Faults.Server;

namespace CfGen.Faults.Run;

/// <summary>Calls a misbehaving server many times at once, and checks every outcome.</summary>
internal sealed class FaultRun : IDisposable
{
    // What is live after a thousand calls and after five thousand differs by far less.
    private const long HeapTolerance = 512 << 10;

    // A call that takes longer has hung: no script waits for more than a moment.
    private static readonly TimeSpan s_watchdog = TimeSpan.FromMinutes(3);

    private readonly RunOptions _options;
    private readonly Fault[] _faults;
    private readonly ServerCheck _check = new();
    private readonly RunReport _report = new();
    private readonly CancellationTokenSource _shared = new();

    private FaultRun(RunOptions options)
    {
        _options = options;
        _faults =
        [
            .. AllFaults.List.Where(f => options.Only is null || f.ToString().Contains(options.Only, StringComparison.OrdinalIgnoreCase)),
        ];
    }

    public static async Task<RunReport> RunAsync(RunOptions options)
    {
        using FaultRun run = new(options);
        return await run.RunAsync();
    }

    public void Dispose() => _shared.Dispose();

    private async Task<RunReport> RunAsync()
    {
        TaskScheduler.UnobservedTaskException += ReportUnobserved;
        int socketsBefore = ProcessState.CountSockets();
        using (SecretWatch watch = new())
        {
            await using (ServerSet servers = new(_check))
            {
                int listeners = ProcessState.CountSockets();
                int first = _options.Calls / 4;
                await RunPartAsync(servers, watch, 0, first);
                _report.Warm = await ProcessState.MeasureAsync(listeners);
                await RunPartAsync(servers, watch, first, _options.Calls);
                _report.End = await ProcessState.MeasureAsync(listeners, _report.Warm.HeapBytes + HeapTolerance);
                Compare(_report.Warm, _report.End, listeners);
            }

            ProcessState last = await ProcessState.MeasureAsync(socketsBefore);
            if (last.Sockets > socketsBefore)
                _report.Problems.Enqueue($"{last.Sockets} sockets are open at the end, and {socketsBefore} were at the beginning.");
            foreach (string leak in watch.Leaks)
                _report.Problems.Enqueue($"A credential is in a {leak}");
            if (watch.EntryCount == 0 || watch.ActivityCount == 0)
                _report.Problems.Enqueue("Nothing was logged or traced, so nothing was checked.");
        }

        foreach (string problem in _check.Problems)
            _report.Problems.Enqueue(problem);
        TaskScheduler.UnobservedTaskException -= ReportUnobserved;
        return _report;
    }

    /// <summary>Runs calls with clients of their own, and disposes these.</summary>
    private async Task RunPartAsync(ServerSet servers, SecretWatch watch, int from, int to)
    {
        using ClientSet clients = new(servers, watch);
        int next = from - 1;
        await Task.WhenAll(Enumerable.Range(0, _options.Parallel).Select(_ => Task.Run(RunCallsAsync)));

        async Task RunCallsAsync()
        {
            while (Interlocked.Increment(ref next) is int number && number < to)
                await RunCallAsync(clients, number);
        }
    }

    private async Task RunCallAsync(ClientSet clients, int number)
    {
        Call call = new(number, _options.Seed, SelectFault(number));
        using CancellationTokenSource? cancel = PrepareCall(call);
        _check.Add(call);
        Call.Current = call;
        Task<Outcome> run = Outcome.GetAsync(call, clients[call.Fault.Client]);
        try
        {
            Outcome outcome = await run.WaitAsync(s_watchdog);
            _report.Count(call, outcome);
            foreach (string problem in outcome.FindProblems(call).Concat(call.Problems))
                Report(call, problem);
        }
        catch (TimeoutException)
        {
            Report(call, "hangs");
        }

        _check.Remove(call);
    }

    /// <summary>Each round has every fault once, in an order of its own.</summary>
    private Fault SelectFault(int number)
    {
        int round = number / _faults.Length;
        int[] order = [.. Enumerable.Range(0, _faults.Length)];
        new Random(HashCode.Combine(_options.Seed, round)).Shuffle(order);
        return _faults[order[number % _faults.Length]];
    }

    private CancellationTokenSource? PrepareCall(Call call)
    {
        Fault fault = call.Fault;
        if (fault.IsEndless || fault.Configure is not null || call.Random.Next(4) == 0)
            call.Options = new RequestOptions();
        if (fault.IsEndless)
            call.Options!.Timeout = fault.Client is ClientKind.Single or ClientKind.Borrowed ? FaultClock.Moment : FaultClock.Brief;
        fault.Configure?.Invoke(call.Options!);
        if (!fault.IsCanceled && call.Random.Next(12) != 0)
        {
            // Most calls share a token that lives as long as the run: what stays registered with it would be seen.
            call.Token = _shared.Token;
            return null;
        }

        call.IsCanceled = true;
        CancellationTokenSource cancel = new(
            TimeSpan.FromMilliseconds(fault.IsCanceled ? call.Random.Next(40, 80) : call.Random.Next(0, 25))
        );
        call.Token = cancel.Token;
        return cancel;
    }

    private void Compare(ProcessState warm, ProcessState end, int listeners)
    {
        if (end.Sockets > listeners)
            _report.Problems.Enqueue($"{end.Sockets - listeners} sockets are open after the clients were disposed.");
        if (end.Handles > warm.Handles)
            _report.Problems.Enqueue($"{end.Handles} handles are open at the end, and {warm.Handles} were after the first part.");
        if (end.HeapBytes > warm.HeapBytes + HeapTolerance)
            _report.Problems.Enqueue($"{end.HeapBytes} bytes are live at the end, and {warm.HeapBytes} were after the first part.");
    }

    private void Report(Call call, string problem) =>
        _report.Problems.Enqueue(
            string.Create(CultureInfo.InvariantCulture, $"{call.Id}, seed {_options.Seed}, {call.Fault}, {call.Fault.Client}: {problem}")
        );

    private void ReportUnobserved(object? sender, UnobservedTaskExceptionEventArgs e) =>
        _report.Problems.Enqueue($"The exception of a task was not observed: {e.Exception}");
}
