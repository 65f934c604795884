using System.Text;
using CfGen.Generator.Diagnostics;

namespace CfGen.Generator.Listing;

/// <summary>
/// The surface of a listing as C# without bodies that do anything. Code of the project that was written for the listed client binds to it,
/// whatever the document gives now.
/// </summary>
internal sealed class ListedDeclarations
{
    /// <summary>The end of the names of methods.</summary>
    public const string MethodSuffix = "Async";

    /// <summary>The method of a union.</summary>
    public const string Match = "Match";

    /// <summary>The method of a union that is called like it.</summary>
    public const string MatchCase = "MatchCase";

    private const string Fail = " => throw null!;";
    private const string Options = "global::CfGen.RequestOptions? options";
    private const string Token = "global::System.Threading.CancellationToken cancellationToken = default";
    private const string TaskOf = "global::System.Threading.Tasks.Task";

    private readonly StringBuilder _code = new();
    private readonly string _client;

    // The lines below a type or a class, and the arguments below a method.
    private readonly Dictionary<string, List<ListedMember>> _members = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, ListedMember>> _arguments = new(StringComparer.Ordinal);
    private readonly List<ListedMember> _types = [];
    private bool _hasInterfaces;
    private string _model = "record";

    private ListedDeclarations(string client) => _client = client;

    /// <summary>Writes the declarations of a part of a listing.</summary>
    /// <param name="client">The full name of the client.</param>
    public static string Write(string client, ListedPart part)
    {
        ListedDeclarations declarations = new(client);
        declarations.Read(part.Members);
        declarations.Write(part.Owners);
        return declarations._code.ToString();
    }

    private void Read(IReadOnlyList<ListedMember> members)
    {
        foreach (ListedMember member in members)
        {
            if (member.Kind == ListedKind.Client)
            {
                _hasInterfaces = member.Has(ListedFact.Interfaces);
                _model = member[ListedFact.Models] == "class" ? "class" : "record";
            }
            else if (ListedKind.IsType(member.Kind))
                _types.Add(member);
            else if (member.Kind is ListedKind.Argument or ListedKind.Body or ListedKind.ParametersArgument)
                AddArgument(member);
            else if (member.Name.IndexOf('[') < 0)
                AddMember(member);
        }
    }

    private void AddMember(ListedMember member)
    {
        if (!_members.TryGetValue(member.Owner, out List<ListedMember>? members))
            _members.Add(member.Owner, members = []);
        members.Add(member);
    }

    private void AddArgument(ListedMember argument)
    {
        int bracket = argument.Name.IndexOf('(');
        if (bracket < 0)
            return;
        string method = argument.Name.Substring(0, bracket);
        if (!_arguments.TryGetValue(method, out Dictionary<string, ListedMember>? arguments))
            _arguments.Add(method, arguments = new(StringComparer.Ordinal));
        arguments[argument.Name.Substring(bracket + 1).TrimEnd(')')] = argument;
    }

    private void Write(IReadOnlyCollection<string> owners)
    {
        int dot = _client.LastIndexOf('.');
        string client = _client.Substring(dot + 1);
        _code.Append("#nullable enable\nusing System.Collections.Generic;\n");
        if (dot > 0)
            _code.Append("namespace ").Append(_client, 0, dot).Append(";\n");
        WriteClass(client, "global::System.IDisposable", $"public {client}(params object?[] arguments) {{ }} public void Dispose() {{ }}");
        string options = client + "Options";
        Open("partial class", options, "global::CfGen.ApiClientOptions");
        foreach (ListedMember member in GetMembers(options))
            WriteOption(member);
        Close();
        foreach (ListedMember type in _types)
            WriteType(type);
        HashSet<string> known = new(_types.Select(t => t.Name), StringComparer.Ordinal) { client, options };
        foreach (string resource in owners.Where(k => !known.Contains(k)).OrderBy(k => k, StringComparer.Ordinal))
            WriteClass(resource, "", "");
    }

    private List<ListedMember> GetMembers(string owner) => _members.TryGetValue(owner, out List<ListedMember>? members) ? members : [];

    private void Open(string kind, string name, string bases)
    {
        _code.Append("public ").Append(kind).Append(' ').Append(name);
        if (bases.Length > 0)
            _code.Append(" : ").Append(bases);
        _code.Append("\n{\n");
    }

    private void Close() => _code.Append("}\n");

    private void WriteLine(string line) => _code.Append("    ").Append(line).Append('\n');

    private void WriteProperty(ListedMember member, string accessors)
    {
        if (member[ListedFact.Type] is { Length: > 0 } type)
            WriteLine($"public {type} @{member.ShortName} {accessors}");
    }

    private void WriteOption(ListedMember option)
    {
        const string CancellationToken = "global::System.Threading.CancellationToken";
        const string Value = "global::System.Threading.Tasks.ValueTask";
        switch (option[ListedFact.Type])
        {
            case ListedClient.Provider:
                WriteLine($"public global::System.Func<{CancellationToken}, {Value}<string>>? @{option.ShortName} {{ get; set; }}");
                break;
            case ListedClient.Method:
                // One that sets a provider, or one for the credentials of a client.
                string method = $"public {option.Owner} @{option.ShortName}";
                string provider =
                    $"global::System.Func<global::CfGen.ApiTokenContext, {CancellationToken}, {Value}<global::CfGen.ApiAccessToken>>";
                WriteLine($"{method}({provider} provider){Fail}");
                WriteLine(
                    $"{method}(string clientId, string clientSecret, global::System.Action<global::CfGen.ApiClientCredentials>? configure = null){Fail}"
                );
                break;
            default:
                WriteProperty(option, "{ get; set; }");
                break;
        }
    }

    /// <summary>Writes the class of a resource or of the client, and its interface.</summary>
    private void WriteClass(string name, string bases, string more)
    {
        string contract = _hasInterfaces ? "I" + name : "";
        Open("partial class", name, string.Join(", ", new[] { contract, bases }.Where(b => b.Length > 0)));
        WriteLine(more);
        WriteMembers(name, isInterface: false);
        Close();
        if (!_hasInterfaces)
            return;
        Open("partial interface", contract, bases);
        WriteMembers(name, isInterface: true);
        Close();
    }

    private void WriteMembers(string owner, bool isInterface)
    {
        foreach (ListedMember member in GetMembers(owner))
        {
            if (member.Kind == ListedKind.Method)
                WriteMethods(member, isInterface);
            else if (member.Kind == ListedKind.Resource)
                WriteResource(member, isInterface);
        }
    }

    private void WriteResource(ListedMember resource, bool isInterface)
    {
        string type = resource[ListedFact.Type];
        if (isInterface)
        {
            WriteLine($"I{type} @{resource.ShortName} {{ get; }}");
            return;
        }

        WriteLine($"public virtual {type} @{resource.ShortName}{Fail}");
        // Another part of the class can use the field.
        WriteLine($"private {type}? {GetFieldName(resource.ShortName)};");
        if (_hasInterfaces)
            WriteLine($"I{type} I{resource.Owner}.@{resource.ShortName}{Fail}");
    }

    private void WriteMethods(ListedMember method, bool isInterface)
    {
        string modifiers = isInterface ? "" : "public virtual ";
        string end = isInterface ? ";" : Fail;
        string name = method.ShortName;
        string returns = method[ListedFact.Returns];
        bool isSequence =
            returns.StartsWith("CfGen.Pageable<", StringComparison.Ordinal)
            || returns.StartsWith("IAsyncEnumerable<", StringComparison.Ordinal);
        string result =
            isSequence ? returns
            : returns == "void" ? TaskOf
            : $"{TaskOf}<{returns}>";
        string response = returns == "void" ? $"{TaskOf}<global::CfGen.ApiResponse>" : $"{TaskOf}<global::CfGen.ApiResponse<{returns}>>";
        string other = name.EndsWith(MethodSuffix, StringComparison.Ordinal) ? GetResponseMethod(name) : "";
        foreach (string arguments in GetArgumentLists(method))
        {
            WriteLine($"{modifiers}{result} @{name}({arguments}){end}");
            if (!isSequence && other.Length > 0)
                WriteLine($"{modifiers}{response} @{other}({arguments}){end}");
        }
    }

    /// <summary>Returns the name of the field of a resource.</summary>
    public static string GetFieldName(string property) => $"_{char.ToLowerInvariant(property[0])}{property.Substring(1)}Resource";

    /// <summary>Returns the name of the method with the whole response.</summary>
    public static string GetResponseMethod(string method) =>
        method.Substring(0, method.Length - MethodSuffix.Length) + "WithResponse" + MethodSuffix;

    /// <summary>Writes the arguments of a method and of its overloads: without what a call can leave out, and for a UUID.</summary>
    private HashSet<string> GetArgumentLists(ListedMember method)
    {
        List<string> full = [];
        List<string> shorter = [];
        List<string> uuid = [];
        string[] names = method[ListedFact.Call].Split([','], StringSplitOptions.RemoveEmptyEntries);
        _arguments.TryGetValue(method.Name, out Dictionary<string, ListedMember>? arguments);
        foreach (string name in names)
        {
            ListedMember? argument = null;
            arguments?.TryGetValue(name.TrimEnd('?'), out argument);
            string type = argument?[ListedFact.Type] ?? "object?";
            string text = $"{type} @{name.TrimEnd('?')}{(name.EndsWith("?", StringComparison.Ordinal) ? " = default" : "")}";
            full.Add(text);
            bool isLeftOut =
                argument?.Kind == ListedKind.ParametersArgument
                || (argument?.Kind == ListedKind.Body && !argument.Has(ListedFact.Required));
            if (!isLeftOut)
                shorter.Add(text);
            uuid.Add(argument?.Has(ListedFact.GuidOverload) == true ? "global::System.Guid" + text.Substring(type.Length) : text);
        }

        HashSet<string> lists = new(StringComparer.Ordinal) { Join(full, " = null"), Join(uuid, " = null") };
        if (shorter.Count < full.Count)
            lists.Add(Join(shorter, ""));
        return lists;

        static string Join(List<string> list, string value) => string.Join(", ", list.Append(Options + value).Append(Token));
    }

    private void WriteType(ListedMember type)
    {
        switch (type.Kind)
        {
            case ListedKind.Enum:
                WriteEnum(type);
                break;
            case ListedKind.Union:
                Open("sealed partial class", type.Name, "");
                WriteMatch(type);
                WriteProperties(type.Name, "{ get; }");
                Close();
                break;
            default:
                Open("partial " + (type.Kind == ListedKind.Form ? "class" : _model), type.Name, "");
                WriteProperties(type.Name, "{ get; set; }");
                if (type.Has(ListedFact.SetsNull))
                    WriteLine($"public {type.Name} WithNull(params string[] properties){Fail}");
                WriteDeconstruct(type);
                Close();
                break;
        }
    }

    private void WriteProperties(string type, string accessors)
    {
        foreach (ListedMember member in GetMembers(type).Where(m => m.Kind != ListedKind.UnionCase))
            WriteProperty(member, accessors);
    }

    /// <summary>Writes the method that takes a tuple apart; a record of one position or of many has none, and the code does not ask for it.</summary>
    private void WriteDeconstruct(ListedMember type)
    {
        string[] positions = type[ListedFact.Positions].Split([','], StringSplitOptions.RemoveEmptyEntries);
        if (positions.Length < 2)
            return;
        Dictionary<string, string> types = GetMembers(type.Name)
            .ToDictionary(m => m.ShortName, m => m[ListedFact.Type], StringComparer.Ordinal);
        IEnumerable<string> arguments = positions.Where(types.ContainsKey).Select(p => $"out {types[p]} @{p}");
        WriteLine($"public void Deconstruct({string.Join(", ", arguments)}){Fail}");
    }

    private void WriteEnum(ListedMember type)
    {
        string value = type[ListedFact.EnumType] == "Integer" ? "long" : "string";
        List<ListedMember> values = GetMembers(type.Name);
        string constants = type.Name == "Values" ? "ValueConstants" : "Values";
        Open("readonly partial record struct", type.Name, "");
        WriteLine($"public {type.Name}({value} value) {{ }}");
        WriteLine($"public {value} Value{Fail}");
        WriteLine($"public Known AsKnown{Fail}");
        WriteLine($"public static implicit operator {type.Name}({value} value){Fail}");
        foreach (ListedMember member in values)
            WriteLine($"public static {type.Name} @{member.ShortName}{Fail}");
        WriteLine($"public enum Known {{ {string.Join(", ", values.Select(v => "@" + v.ShortName).Prepend("Unrecognized"))} }}");
        WriteLine($"public static class {constants} {{");
        for (int i = 0; i < values.Count; i++)
            WriteLine($"public const {value} @{values[i].ShortName} = {FormatConstant(value, i)};");
        Close();
        Close();
    }

    // Each value is another, because they can be labels of a switch.
    private static string FormatConstant(string type, int index) =>
        type == "long" ? NumberFormat.ToInvariantString(index) : $"\"{NumberFormat.ToInvariantString(index)}\"";

    private void WriteMatch(ListedMember type)
    {
        Dictionary<string, string> types = GetMembers(type.Name)
            .Where(m => m.Kind == ListedKind.UnionCase)
            .ToDictionary(m => m.ShortName, m => m[ListedFact.Type], StringComparer.Ordinal);
        string match = type.Name == Match ? MatchCase : Match;
        string[] cases = [.. type[ListedFact.Cases].Split([','], StringSplitOptions.RemoveEmptyEntries).Where(types.ContainsKey)];
        WriteLine($"public TResult {match}<TResult>({Format(t => $"global::System.Func<{t}, TResult>")}){Fail}");
        WriteLine($"public void {match}({Format(t => $"global::System.Action<{t}>")}) {{ }}");
        foreach (string unionCase in cases)
        {
            WriteLine($"public {type.Name}({types[unionCase]} value) {{ }}");
            WriteLine($"public static implicit operator {type.Name}({types[unionCase]} value){Fail}");
        }

        string Format(Func<string, string> format) =>
            string.Join(
                ", ",
                cases.Select(c => $"{format(types[c])} @{c}").Append($"{format("global::System.Text.Json.JsonElement")} unknown")
            );
    }
}
