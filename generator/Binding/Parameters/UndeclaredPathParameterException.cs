namespace CfGen.Generator.Binding.Parameters;

/// <summary>The path of an operation contains a parameter that is not declared, so the operation is skipped.</summary>
internal sealed class UndeclaredPathParameterException(string parameterName, string pointer)
    : Exception($"its path contains '{{{parameterName}}}', but no path parameter of that name is declared")
{
    public string ParameterName { get; } = parameterName;

    public string Pointer { get; } = pointer;
}
