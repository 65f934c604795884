using CfGen.Generator.Comparison;
using CfGen.Generator.Listing;
using CfGen.Generator.Model;

namespace CfGen.Generator.Keeping;

/// <summary>
/// The places of parameters in paths. Their names there are not sent, so <c>/pets/{id}</c> and <c>/pets/{petId}</c> have one parameter.
/// </summary>
internal static class PathPlaces
{
    /// <summary>Returns the place of a listed parameter; null unless only its name in the path is another one.</summary>
    /// <param name="parameter">The parameter in the listing.</param>
    /// <param name="oldOperation">The method and the path in the listing.</param>
    /// <param name="operation">Those of the client.</param>
    public static string? Find(ListedMember parameter, string oldOperation, string operation)
    {
        string template = $"{{{parameter[ListedFact.Name]}}}";
        return
            parameter[ListedFact.Location] == nameof(ParameterLocation.Path)
            && operation.IndexOf(template, StringComparison.Ordinal) < 0
            && CountParameters(oldOperation) == CountParameters(operation)
            ? Format(oldOperation, template)
            : null;
    }

    /// <summary>Returns the place of a parameter of the client; null where it is not in the path.</summary>
    public static string? Find(OperationModel operation, ParameterModel parameter) =>
        parameter.Location == ParameterLocation.Path ? Format(operation.Path, $"{{{parameter.SerializedName}}}") : null;

    private static int CountParameters(string path) => path.Count(c => c == '{');

    private static string? Format(string path, string template) =>
        path.IndexOf(template, StringComparison.Ordinal) is >= 0 and int start
            ? FormattableString.Invariant($"{nameof(ParameterLocation.Path)}/#{CountParameters(path.Substring(0, start))}")
            : null;
}
