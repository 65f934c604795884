using CfGen.Generator.Model;
using CfGen.Generator.Naming;

namespace CfGen.Generator.Keeping;

/// <summary>The names that the types and members of a client get in the place of those of the naming rules.</summary>
internal sealed class NamePlan
{
    private readonly List<KeptName> _kept = [];

    /// <summary>The types, by their names.</summary>
    public Dictionary<string, string> Types { get; } = new(StringComparer.Ordinal);

    /// <summary>The members of types, by the name of the type and their own.</summary>
    public Dictionary<(string Type, string Member), string> Members { get; } = [];

    /// <summary>The cases of unions, by the name of the union and their own.</summary>
    public Dictionary<(string Union, string Case), string> Cases { get; } = [];

    /// <summary>The numbers of the values of each enumeration, by its name and the values.</summary>
    public Dictionary<string, Dictionary<string, int>> Numbers { get; } = new(StringComparer.Ordinal);

    /// <summary>The parameters of operations.</summary>
    public Dictionary<(string Operation, string Parameter), string> Parameters { get; } = [];

    /// <summary>The members of the options of the client.</summary>
    public Dictionary<string, string> Options { get; } = new(StringComparer.Ordinal);

    /// <summary>The environment variables of credentials, by the members of the options.</summary>
    public Dictionary<string, string> EnvironmentVariables { get; } = new(StringComparer.Ordinal);

    /// <summary>The names that are not those of the rules.</summary>
    public IReadOnlyList<KeptName> Kept => _kept;

    /// <summary>True if every name and number is that of the rules.</summary>
    public bool IsEmpty =>
        Types.Count + Members.Count + Cases.Count + Numbers.Count + Parameters.Count + Options.Count + EnvironmentVariables.Count == 0;

    /// <summary>Returns the types that have another name or other members.</summary>
    public HashSet<string> FindTypes() =>
        new(
            Types.Keys.Concat(Numbers.Keys).Concat(Members.Keys.Select(k => k.Type)).Concat(Cases.Keys.Select(k => k.Union)),
            StringComparer.Ordinal
        );

    public string GetType(string name) => Types.TryGetValue(name, out string? kept) ? kept : name;

    public string GetMember(string type, string name) => Members.TryGetValue((type, name), out string? kept) ? kept : name;

    public string GetCase(string union, string name) => Cases.TryGetValue((union, name), out string? kept) ? kept : name;

    public string GetOption(string name) => Options.TryGetValue(name, out string? kept) ? kept : name;

    public string GetParameter(OperationModel operation, ParameterModel parameter) =>
        Parameters.Count > 0 && Parameters.TryGetValue((GetKey(operation), GetKey(parameter)), out string? kept) ? kept : parameter.Name;

    /// <summary>Returns the method and the path of an operation, as listings have them.</summary>
    public static string GetKey(OperationModel operation) => $"{operation.HttpMethod} {operation.Path}";

    /// <summary>Returns the location of a parameter and its name there.</summary>
    public static string GetKey(ParameterModel parameter) => $"{parameter.Location}/{parameter.SerializedName}";

    /// <summary>Notes a name that is not that of the rules.</summary>
    public void Note(KeptName name) => _kept.Add(name);
}
