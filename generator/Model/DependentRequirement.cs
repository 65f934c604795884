namespace CfGen.Generator.Model;

/// <summary>A property that has to be set where another one is: <c>dependentRequired</c>.</summary>
/// <param name="Other">The name in JSON of the other property.</param>
/// <param name="SerializedName">The name in JSON of the property that has to be set.</param>
/// <param name="Pointer">The pointer of the rule.</param>
internal sealed record DependentRequirement(string Other, string SerializedName, string Pointer);
