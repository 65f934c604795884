using CfGen.Generator.Diagnostics;

namespace CfGen.Generator.Overlays.JsonPath;

/// <summary>An evaluation that needs more work than a build can give it.</summary>
internal sealed class WorkLimitException(WorkBudget budget)
    : Exception("The evaluation needs more than " + NumberFormat.ToInvariantString(budget.Maximum) + " steps.")
{
    /// <summary>The budget that is used up.</summary>
    public WorkBudget Budget { get; } = budget;
}
