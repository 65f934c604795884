using System.Collections.Concurrent;
using System.Diagnostics;
using CfGen.Runtime.Tests.Support;
using Microsoft.Extensions.Logging;

namespace CfGen.Faults.Calls;

/// <summary>Reads everything that the clients log and trace, and remembers what has a credential in it.</summary>
internal sealed class SecretWatch : TextLogger
{
    private readonly ActivityListener _listener;
    private int _entries;
    private int _activities;

    public SecretWatch()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name.Contains("Faults", StringComparison.Ordinal),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Check,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public ConcurrentQueue<string> Leaks { get; } = new();

    public int EntryCount => _entries;

    public int ActivityCount => _activities;

    protected override void Write(LogLevel level, string text)
    {
        Interlocked.Increment(ref _entries);
        Check("log", text);
    }

    protected override void Dispose(bool isDisposing)
    {
        _listener.Dispose();
        base.Dispose(isDisposing);
    }

    private void Check(Activity activity)
    {
        Interlocked.Increment(ref _activities);
        Check("activity", activity.DisplayName + activity.StatusDescription);
        foreach (KeyValuePair<string, object?> tag in activity.TagObjects)
            Check("activity tag", tag.Value?.ToString());
        foreach (ActivityEvent e in activity.Events)
            Check("activity event", e.Name + string.Join(' ', e.Tags.Select(t => t.Value)));
    }

    private void Check(string place, string? text)
    {
        if (Secrets.IsIn(text))
            Leaks.Enqueue($"{place}: {text}");
    }
}
