using CfGen.Generator.Model;

namespace CfGen.Generator.Comparison;

/// <summary>An argument of a signature, as the lines of a listing have it.</summary>
/// <param name="Name">The C# name.</param>
/// <param name="Place">The place in the request: one of <see cref="OperationArgument.Place"/>.</param>
/// <param name="Type">The type, with a question mark if it can be null.</param>
/// <param name="IsOptional">True if a call can leave it out.</param>
internal sealed record CallArgument(string Name, string Place, string Type, bool IsOptional)
{
    /// <summary>True if the shorter overload does not have it.</summary>
    public bool IsLeftOut => IsOptional && Place is OperationArgument.BodyPlace or OperationArgument.ParametersPlace;
}
