using System.Text;
using CfGen.CodeGen;
using CfGen.Validation;

namespace CfGen.Serialization;

/// <summary>
/// Reports open enums of a request that are the default of their struct. It becomes violations, and never reaches the caller.
/// </summary>
internal sealed class UnsetEnumException(IReadOnlyList<UnsetEnum> values) : Exception("An enum of the request has no value.")
{
    /// <summary>Returns the exception for the same values inside of a part of a form.</summary>
    public UnsetEnumException InPart(string name)
    {
        var pointer = new StringBuilder();
        BodyValidator.AppendPointerStep(pointer, name, -1);
        return new UnsetEnumException([.. values.Select(v => v with { Pointer = pointer + v.Pointer })]);
    }

    /// <summary>Adds a violation for each value.</summary>
    public void Report(ref Violations? violations, in Argument argument)
    {
        foreach (UnsetEnum value in values)
            (violations ??= new()).AddUnset(argument with { BodyPointer = argument.BodyPointer + value.Pointer }, value.TypeName);
    }
}

/// <summary>An open enum that is the default of its struct.</summary>
/// <param name="TypeName">The name of the enum.</param>
/// <param name="Pointer">The JSON pointer in the value that is written.</param>
internal readonly record struct UnsetEnum(string TypeName, string Pointer);
