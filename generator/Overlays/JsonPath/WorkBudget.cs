namespace CfGen.Generator.Overlays.JsonPath;

/// <summary>
/// Counts the steps of an evaluation, because nested queries need time that grows with a power of the document's size. It counts steps,
/// not time, so that a build gives the same result on every machine.
/// </summary>
/// <param name="maximum">The number of steps.</param>
/// <param name="ct">Checked from time to time.</param>
internal sealed class WorkBudget(int maximum, CancellationToken ct)
{
    private const int StepsBetweenChecks = 1 << 14;

    private int _spent;

    /// <summary>The number of steps that there are in total.</summary>
    public int Maximum { get; } = maximum;

    /// <summary>Counts one step: a value that is visited or compared, or a state of a pattern.</summary>
    /// <exception cref="WorkLimitException">The steps are used up.</exception>
    public void Spend() => Spend(1);

    /// <summary>Counts several steps.</summary>
    /// <exception cref="WorkLimitException">The steps are used up.</exception>
    public void Spend(int steps)
    {
        int before = _spent;
        if (steps > Maximum - before)
            throw new WorkLimitException(this);
        _spent = before + steps;
        if (before / StepsBetweenChecks != _spent / StepsBetweenChecks)
            ct.ThrowIfCancellationRequested();
    }
}
