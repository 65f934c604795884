namespace CfGen.Faults.Calls;

/// <summary>
/// A clock on which delays before a retry are over at once, <see cref="Brief"/> takes a moment, and more than two minutes never end: what
/// has to wait for it is a hang, and the watchdog finds it.
/// </summary>
internal sealed class FaultClock : TimeProvider
{
    /// <summary>The timeout of calls that have to reach it.</summary>
    public static readonly TimeSpan Brief = TimeSpan.FromSeconds(20);

    /// <summary>The timeout of calls that must not reach it.</summary>
    public static readonly TimeSpan Long = TimeSpan.FromHours(1);

    /// <summary>The time that a brief timeout takes on the system's clock.</summary>
    public static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(150);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new Timer(System.CreateTimer(callback, state, Map(dueTime), Timeout.InfiniteTimeSpan));

    private static TimeSpan Map(TimeSpan dueTime) =>
        dueTime == Timeout.InfiniteTimeSpan || dueTime > TimeSpan.FromMinutes(2) ? Timeout.InfiniteTimeSpan
        : dueTime > TimeSpan.FromSeconds(10) && dueTime <= Brief ? Moment
        : TimeSpan.Zero;

    private sealed class Timer(ITimer inner) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => inner.Change(Map(dueTime), Timeout.InfiniteTimeSpan);

        public void Dispose() => inner.Dispose();

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
