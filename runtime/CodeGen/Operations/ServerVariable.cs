using System.ComponentModel;

namespace CfGen.CodeGen;

/// <summary>A variable of the URLs of servers, which the options of a client set.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ServerVariable
{
    /// <summary>Creates a variable.</summary>
    /// <param name="name">The name between the braces.</param>
    /// <param name="optionName">The property of the options.</param>
    /// <param name="defaultValue">The value where the options have none; null if one has to be set.</param>
    /// <param name="allowedValues">The values that the document allows; none if it allows all.</param>
    public ServerVariable(string name, string optionName, string? defaultValue, params string[] allowedValues)
    {
        Placeholder = "{" + name + "}";
        OptionName = optionName;
        DefaultValue = defaultValue;
        AllowedValues = allowedValues;
    }

    /// <summary>The name in braces, as a URL has it.</summary>
    internal string Placeholder { get; }

    internal string OptionName { get; }

    internal string? DefaultValue { get; }

    internal string[] AllowedValues { get; }
}
