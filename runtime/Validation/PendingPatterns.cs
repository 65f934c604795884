using CfGen.CodeGen;

namespace CfGen.Validation;

/// <summary>A value that is matched after the call has returned its task.</summary>
internal readonly record struct PendingPattern(Argument Argument, StringPattern Pattern, string Value);

/// <summary>The values of a request that are matched after the call has returned its task, and once for all its pages.</summary>
internal sealed class PendingPatterns(List<PendingPattern> values, TimeProvider time)
{
    private volatile bool _areMatched;
    private IReadOnlyList<ApiViolation> _found = [];

    /// <summary>Matches the values on another thread than the caller's.</summary>
    /// <param name="operationId">The id of the operation.</param>
    /// <param name="error">The error that was found before; the violations of both are thrown together.</param>
    /// <param name="cancellationToken">Ends the work between two matches.</param>
    /// <exception cref="ApiValidationException">A value does not match.</exception>
    public async ValueTask CheckAsync(string operationId, Exception? error, CancellationToken cancellationToken)
    {
        if (!_areMatched)
        {
            await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
            _found = Match(cancellationToken);
            _areMatched = true;
        }

        if (_found.Count > 0)
            throw new ApiValidationException(operationId, [.. (error as ApiValidationException)?.Violations ?? [], .. _found]);
    }

    private IReadOnlyList<ApiViolation> Match(CancellationToken cancellationToken)
    {
        var checks = new PatternChecks(isDeferring: false);
        checks.Start(time);
        Violations? violations = null;
        foreach ((Argument argument, StringPattern pattern, string value) in values)
        {
            cancellationToken.ThrowIfCancellationRequested();
            PatternOutcome outcome = checks.Match(pattern, value);
            StringRules.AddPatternViolation(ref violations, argument, pattern, outcome);
            if (outcome == PatternOutcome.NoTimeLeft)
                break; // one violation for all that is left
        }

        return violations?.All ?? [];
    }
}
