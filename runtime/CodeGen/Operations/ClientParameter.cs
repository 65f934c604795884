using System.ComponentModel;

namespace CfGen.CodeGen;

/// <summary>A parameter of operations that is an option of the client.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ClientParameter
{
    /// <summary>Creates a parameter.</summary>
    /// <param name="optionName">The property of the options.</param>
    /// <param name="environmentVariable">The environment variable of a string; null if it has none.</param>
    /// <param name="defaultValue">The value where the options have none; null if the document has none.</param>
    public ClientParameter(string optionName, string? environmentVariable = null, object? defaultValue = null)
    {
        OptionName = optionName;
        EnvironmentVariable = environmentVariable;
        DefaultValue = defaultValue;
    }

    internal string OptionName { get; }

    internal string? EnvironmentVariable { get; }

    internal object? DefaultValue { get; }
}
