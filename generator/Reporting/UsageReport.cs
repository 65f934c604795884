using CfGen.Generator.Diagnostics;
using CfGen.Generator.Model;
using CfGen.Generator.Usage;

namespace CfGen.Generator.Reporting;

/// <summary>The part of the report about a client with <c>Emit="used"</c>: what was emitted of it.</summary>
internal static class UsageReport
{
    /// <summary>Lists the operations that were emitted, and their number.</summary>
    /// <param name="units">All files of the client.</param>
    /// <param name="used">The part that was emitted.</param>
    /// <param name="location">The item.</param>
    public static IEnumerable<Finding> Create(EquatableArray<SourceFileModel> units, UsedClient used, LocationInfo location)
    {
        int count = 0;
        foreach (ResourceModel resource in used.Units.OfType<ResourceModel>())
        {
            // A variant is another method of the same operation.
            foreach (OperationModel operation in resource.Operations.Where(o => o.Variant is null))
            {
                count++;
                yield return ReportFindings.UsedOperation(
                    $"{resource.TypeName}.{operation.Name}Async",
                    $"{operation.HttpMethod} {operation.Path}",
                    location
                );
            }
        }

        yield return ReportFindings.UsedTotals(
            count,
            units.OfType<ResourceModel>().SelectMany(r => r.Operations).Count(o => o.Variant is null),
            used.Units.Sum(CountTypes),
            units.Sum(CountTypes),
            units.OfType<ClientModel>().Select(c => c.ClientName).FirstOrDefault() ?? "",
            location
        );
    }

    private static int CountTypes(SourceFileModel unit) => AccessNames.GetTypes(unit).Count;
}
