using CfGen.Generator.Binding.Types;
using CfGen.Generator.Naming;

namespace CfGen.Generator.Binding.Operations;

/// <summary>The names of the types of one operation: those of its resource and its method, and a suffix.</summary>
/// <param name="prefixes">The name of the resource class without <c>Resource</c>, then longer ones for names that are taken.</param>
internal sealed class OperationTypeNames(IReadOnlyList<string> prefixes, string methodName, ResourceScope scope, NameScope typeNames)
{
    public ResourceScope Scope { get; } = scope;

    /// <summary>The name that the names of the types of parameters begin with.</summary>
    public string ParameterPrefix => prefixes[0] + methodName;

    /// <summary>The first of the names that is not taken yet, which it does not reserve.</summary>
    public InlineTypeName GetName(string suffix) => InlineTypeName.ForOwner(FindAvailable(suffix), Scope);

    /// <summary>The name of the body of an error, which Lowering names, together with those that are equal to it.</summary>
    public InlineTypeName GetErrorName(string status) => InlineTypeName.ForError(ParameterPrefix, status, Scope);

    /// <summary>Reserves the name of a type that is no schema's.</summary>
    public string Reserve(string suffix) => typeNames.Reserve(FindAvailable(suffix));

    private string FindAvailable(string suffix) =>
        prefixes.Select(prefix => prefix + methodName + suffix).FirstOrDefault(typeNames.IsAvailable)
        ?? prefixes[prefixes.Count - 1] + methodName + suffix;
}
