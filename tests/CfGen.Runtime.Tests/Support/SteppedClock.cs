namespace CfGen.Runtime.Tests.Support;

/// <summary>A clock that stands still until the test moves it.</summary>
public sealed class SteppedClock : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<SteppedTimer> _timers = [];
    private readonly List<(TimeSpan DueTime, TaskCompletionSource Started)> _waiting = [];
    private TimeSpan _now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => InstantClock.Now + _now;

    public override long GetTimestamp() => _now.Ticks;

    /// <summary>Waits until a timer runs that ends after this time.</summary>
    public Task WhenStartedAsync(TimeSpan dueTime)
    {
        lock (_lock)
        {
            var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            if (_timers.Exists(t => t.DueTime == _now + dueTime))
                started.SetResult();
            else
                _waiting.Add((dueTime, started));
            return started.Task;
        }
    }

    /// <summary>Moves the clock and ends the timers that are due.</summary>
    public void Advance(TimeSpan time)
    {
        List<SteppedTimer> due;
        lock (_lock)
        {
            _now += time;
            due = _timers.FindAll(t => t.DueTime <= _now);
            due.ForEach(t => t.DueTime = null);
        }

        due.ForEach(t => t.Fire());
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new SteppedTimer(this, () => callback(state));
        lock (_lock)
            _timers.Add(timer);
        timer.Change(dueTime, period);
        return timer;
    }

    private void Start(SteppedTimer timer, TimeSpan dueTime)
    {
        lock (_lock)
        {
            timer.DueTime = dueTime == Timeout.InfiniteTimeSpan ? null : _now + dueTime;
            foreach ((_, TaskCompletionSource started) in _waiting.Where(w => w.DueTime == dueTime))
                started.TrySetResult();
        }
    }

    private void Remove(SteppedTimer timer)
    {
        lock (_lock)
            _timers.Remove(timer);
    }

    private sealed class SteppedTimer(SteppedClock clock, Action fire) : ITimer
    {
        public TimeSpan? DueTime { get; set; }

        public void Fire() => fire();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            clock.Start(this, dueTime);
            return true;
        }

        public void Dispose() => clock.Remove(this);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
