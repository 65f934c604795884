using CfGen.Generator.Binding.Types;
using CfGen.Generator.Documents;
using CfGen.Generator.Documents.Selection;
using CfGen.Generator.Model;
using CfGen.Generator.Naming;
using CfGen.Generator.Parsing;
using CfGen.Generator.Schemas;

namespace CfGen.Generator.Binding.Parameters;

/// <summary>Binds the parameters that belong to the client to options of it. The first operation that has one decides its type.</summary>
/// <param name="optionNames">The names of the options, in which those of credentials and servers are taken.</param>
internal sealed class ClientParameterBinder(SharedParameters shared, ClientNames client, NameScope optionNames)
{
    private readonly List<string> _keys = [];
    private readonly List<ClientParameterModel> _parameters = [];

    /// <summary>The options that the bound operations need.</summary>
    public EquatableArray<ClientParameterModel> Parameters => _parameters.ToEquatable();

    /// <summary>The name of an inline type of an option, which no operation has.</summary>
    public InlineTypeName CreateTypeName(string parameterName) =>
        InlineTypeName.ForParameter(client.ApiName, Words.ToPascalCase(parameterName), null);

    /// <summary>Finds the parameter of the client that an operation declares; null where it belongs to the operation.</summary>
    public SharedParameter? Find(OperationKey operation, DeclaredParameter declared) =>
        shared.Parameters.Count == 0 ? null : shared.Find(operation, declared.Name, declared.Location.ToString().ToLowerInvariant());

    /// <summary>Binds the parameter of an operation to the option.</summary>
    /// <param name="parameter">The parameter as the operation has it.</param>
    /// <param name="schema">Its schema; null where it has none.</param>
    public ParameterModel Bind(SharedParameter found, ParameterModel parameter, ResolvedSchema? schema)
    {
        int index = _keys.IndexOf(found.Key);
        if (index < 0)
        {
            index = _keys.Count;
            _keys.Add(found.Key);
            _parameters.Add(CreateOption(found, parameter, schema));
        }

        // The library of each platform has a User-Agent of its own, and the client another.
        bool isUserAgent =
            parameter.Location == ParameterLocation.Header
            && parameter.SerializedName.Equals("User-Agent", StringComparison.OrdinalIgnoreCase);
        return parameter with
        {
            Type = _parameters[index].Type,
            Required = parameter.Required && !isUserAgent,
            HasGuidOverload = false,
            Constant = null,
            Option = index,
        };
    }

    private ClientParameterModel CreateOption(SharedParameter found, ParameterModel parameter, ResolvedSchema? schema)
    {
        string name = Identifiers.ToMemberName(found.Key);
        string option = optionNames.Reserve(name, name + "Parameter");
        return new ClientParameterModel(
            found.Name,
            option,
            parameter.Type,
            FindDefault(parameter.Type, schema),
            parameter.Type is ScalarType { Kind: ScalarKind.String } ? GetVariable(option) : "",
            parameter.Rules,
            parameter.Docs
        );
    }

    /// <summary>The variable of an option, in which the name of the client stands once: <c>XERO_TENANT_ID</c>.</summary>
    private string GetVariable(string option)
    {
        string name = Words.ToUpperSnakeCase(option);
        string prefix = client.EnvironmentPrefix + "_";
        return name.StartsWith(prefix, StringComparison.Ordinal) ? name : prefix + name;
    }

    private static string? FindDefault(TypeRef type, ResolvedSchema? schema) =>
        schema?.Default is not { } value ? null
        : type is ScalarType scalar ? ConstantValue.Format(scalar, value.ToPlainText())
        : type is BoundType { Node: EnumNode } ? value.AsString()
        : null;
}
