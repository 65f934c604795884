namespace CfGen.Corpus;

/// <summary>
/// Samples the managed heap while something runs. It sees the whole process: run one document at a time to have that of a document.
/// </summary>
internal sealed class PeakMemory : IDisposable
{
    private static readonly TimeSpan s_interval = TimeSpan.FromMilliseconds(10);

    private readonly long _before = GC.GetTotalMemory(forceFullCollection: false);
    private readonly Timer _timer;
    private long _peak;

    public PeakMemory()
    {
        _peak = _before;
        _timer = new Timer(_ => Sample(), null, s_interval, s_interval);
    }

    /// <summary>The largest heap so far, less that at the beginning.</summary>
    public long Bytes
    {
        get
        {
            Sample();
            return Interlocked.Read(ref _peak) - _before;
        }
    }

    public void Dispose() => _timer.Dispose();

    private void Sample()
    {
        long now = GC.GetTotalMemory(forceFullCollection: false);
        long peak = Interlocked.Read(ref _peak);
        while (now > peak)
        {
            long seen = Interlocked.CompareExchange(ref _peak, now, peak);
            if (seen == peak)
                return;
            peak = seen;
        }
    }
}
