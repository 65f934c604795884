using System.ComponentModel;
using CfGen.Pipeline.Parameters;

namespace CfGen.CodeGen;

/// <summary>An API key that is sent in a header.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiKeyHeaderScheme : SecurityScheme
{
    private readonly string _name;

    /// <summary>Creates the scheme.</summary>
    /// <param name="name">The name of the header.</param>
    /// <param name="optionName">The property of the options.</param>
    /// <param name="requiredTogether">The schemes that are only used together, this one included, a bit each; 0 for none.</param>
    /// <param name="environmentVariables">The environment variables, the first that is set wins.</param>
    public ApiKeyHeaderScheme(string name, string optionName, ulong requiredTogether, params string[] environmentVariables)
        : base(optionName, requiredTogether, environmentVariables) => _name = name;

    private protected override string[] Labels => [_name + ": ", _name + ":"];

    internal override bool HasValidName => HeaderFormat.IsValidName(_name);

    internal override bool IsGivenByHeader(string name, string value) => string.Equals(name, _name, StringComparison.OrdinalIgnoreCase);

    internal override void Apply(HttpRequestMessage request, string value) => request.Headers.TryAddWithoutValidation(_name, value);
}
