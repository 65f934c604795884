using System.Collections.Concurrent;
using System.Globalization;
using CfGen.Faults.Calls;

namespace CfGen.Faults.Run;

/// <summary>The result of a run.</summary>
internal sealed class RunReport
{
    private readonly ConcurrentDictionary<string, int> _endings = new();
    private readonly ConcurrentDictionary<string, int> _ways = new();

    /// <summary>The problems that were found; empty after a good run.</summary>
    public ConcurrentQueue<string> Problems { get; } = new();

    /// <summary>The number of calls that ended.</summary>
    public int CallCount => _endings.Values.Sum();

    /// <summary>The number of ways to misbehave.</summary>
    public int WayCount => _ways.Count;

    /// <summary>The state after the first part, and after the last one.</summary>
    public ProcessState? Warm { get; set; }

    /// <inheritdoc cref="Warm"/>
    public ProcessState? End { get; set; }

    public void Count(Call call, Outcome outcome)
    {
        _endings.AddOrUpdate(outcome.Kind, 1, (_, count) => count + 1);
        _ways.AddOrUpdate(call.Fault.Name, 1, (_, count) => count + 1);
    }

    public override string ToString() =>
        string.Join(
            '\n',
            (string[])
                [
                    .. Problems.Take(1000),
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{CallCount} calls, {WayCount} ways to misbehave, {Problems.Count} problems"
                    ),
                    string.Join(", ", _endings.OrderByDescending(e => e.Value).Select(e => $"{e.Key} {e.Value}")),
                    $"after the first part: {Warm}",
                    $"at the end: {End}",
                ]
        );
}
