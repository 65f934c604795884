using System.Reflection;
using System.Text.RegularExpressions;
using CfGen.WholeDocument.Tests.Schemas;

namespace CfGen.WholeDocument.Tests.Calls;

/// <summary>The types of the bodies of errors, which only the documentation of the methods names: a caller asks for one of them.</summary>
internal sealed partial class DocumentedErrors
{
    private readonly ILookup<string, (string Status, string Type)> _types;
    private readonly Dictionary<string, Type> _emitted;

    public DocumentedErrors(IEnumerable<string> sources, Assembly assembly)
    {
        _types = sources.SelectMany(Find).ToLookup(e => e.Operation, e => (e.Status, e.Type));
        _emitted = assembly.GetExportedTypes().Where(t => !t.IsNested).ToDictionary(t => t.Name);
    }

    /// <summary>Returns the bodies of the errors of an operation that have a type of the client, each with its schema.</summary>
    public IEnumerable<(Type Type, DocumentedResponse Response)> GetBodies(RawDocument document, RawOperation operation)
    {
        foreach ((string status, IReadOnlyList<(string Type, DocumentNode Media)> content) in operation.GetErrorResponses())
        {
            DocumentedResponse response = new(document, 0, content);
            foreach ((_, string type) in _types[operation.Key].Where(e => e.Status == status))
            {
                if (response is { IsJsonBody: true, Schema: not null } && _emitted.TryGetValue(type, out Type? found))
                    yield return (found, response);
            }
        }
    }

    private static IEnumerable<(string Operation, string Status, string Type)> Find(string source)
    {
        foreach (Match method in MethodPattern().Matches(source))
        {
            foreach (string errors in method.Groups["errors"].Value.Split("; "))
            {
                if (TypePattern().Match(errors) is not { Success: true } type)
                    continue;
                foreach (string status in type.Groups["statuses"].Value.Split(", "))
                    yield return ($"{method.Groups["method"]} {method.Groups["path"]}", status, type.Groups["type"].Value);
            }
        }
    }

    [GeneratedRegex(
        """Errors: (?<errors>[^\n]*) \(<c>TryGetBody</c>(?:(?!Errors: )[\s\S])*?ApiOperation\("[^"]*", "(?<method>\w+)", "(?<path>[^"]+)"\)"""
    )]
    private static partial Regex MethodPattern();

    [GeneratedRegex("^(?<statuses>.+) <c>(?<type>.+)</c>$")]
    private static partial Regex TypePattern();
}
