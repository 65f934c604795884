using CfGen.CodeGen;

namespace CfGen.Validation;

/// <summary>
/// Matches the values of one call against their patterns. Long values, and those that take time, are left for
/// <see cref="PendingPatterns"/>: the caller's thread is not held before it has the task. All matches share a time, which is looked at
/// between them.
/// </summary>
internal sealed class PatternChecks
{
    /// <summary>The length up to which a value is matched at once.</summary>
    public const int MaxImmediateLength = 4096;

    private static readonly TimeSpan s_immediateTime = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan s_totalTime = TimeSpan.FromSeconds(1);

    private readonly bool _isDeferring;
    private TimeProvider _time = TimeProvider.System;
    private TimeSpan _spent;
    private List<PendingPattern>? _pending;

    /// <param name="isDeferring">True on the caller's thread; false if nothing waits for the task of the call.</param>
    public PatternChecks(bool isDeferring) => _isDeferring = isDeferring;

    private bool HasTime => _spent < (_isDeferring ? s_immediateTime : s_totalTime);

    /// <summary>Starts with the values of another call.</summary>
    public void Start(TimeProvider time)
    {
        _time = time;
        _spent = TimeSpan.Zero;
    }

    /// <summary>Matches a value, or tells that it has to be deferred.</summary>
    public PatternOutcome Match(StringPattern pattern, string value)
    {
        if (_isDeferring && value.Length > MaxImmediateLength)
            return PatternOutcome.Deferred;
        if (!pattern.IsLinear && !HasTime)
            return _isDeferring ? PatternOutcome.Deferred : PatternOutcome.NoTimeLeft;
        return MatchInTime(pattern, value) switch
        {
            true => PatternOutcome.Match,
            false => PatternOutcome.Mismatch,
            null => _isDeferring ? PatternOutcome.Deferred : PatternOutcome.TooSlow,
        };
    }

    private bool? MatchInTime(StringPattern pattern, string value)
    {
        // A match in time that is proportional to the value takes no longer than writing the value.
        if (pattern.IsLinear)
            return pattern.Matches(value, isQuick: _isDeferring);
        long start = _time.GetTimestamp();
        bool? matches = pattern.Matches(value, isQuick: _isDeferring);
        _spent += _time.GetElapsedTime(start);
        return matches;
    }

    /// <summary>Keeps a value for later.</summary>
    public void Defer(in Argument argument, StringPattern pattern, string value) => (_pending ??= []).Add(new(argument, pattern, value));

    /// <summary>Takes the values that were kept; null if there are none.</summary>
    public PendingPatterns? TakePending()
    {
        if (_pending is not { } pending)
            return null;
        _pending = null;
        return new PendingPatterns(pending, _time);
    }
}
