using System.Text.Json.Nodes;
using CfGen.Generator.Diagnostics;
using CfGen.Generator.Parsing;

namespace CfGen.Generator.Configuration;

/// <summary>One entry of a <c>Names</c> file.</summary>
/// <param name="Key">An operationId, or a method and a path: <c>GET /users/{id}</c>.</param>
/// <param name="Name">As <c>x-cfgen-name</c> has it; null where the entry names parameters only.</param>
/// <param name="Parameters">C# names by what the document calls the parameters.</param>
internal sealed record NamesFileEntry(string Key, string Pointer, string? Name, IReadOnlyList<NamesFileParameter> Parameters);

/// <param name="Key">The document's name, with the place before it where two have it: <c>query id</c>.</param>
internal sealed record NamesFileParameter(string Key, string Pointer, string Name);

/// <summary>
/// The file that an item's <c>Names</c> metadata declares, JSON or YAML: an object from operations to names. What is wrong with an entry
/// costs that entry, what is wrong with the text all of them, and the document is generated either way.
/// </summary>
internal sealed class NamesFile
{
    private readonly SourceMap _sourceMap;
    private readonly List<NamesFileEntry> _entries = [];
    private readonly List<Finding> _findings = [];

    private NamesFile(ParsedText parsed) => _sourceMap = parsed.SourceMap;

    public IReadOnlyList<NamesFileEntry> Entries => _entries;

    public IReadOnlyList<Finding> Findings => _findings;

    public static NamesFile Read(DocumentText document, CancellationToken ct)
    {
        ParsedText parsed = TextParser.Parse(document, ct);
        NamesFile file = new(parsed);
        foreach (Finding finding in parsed.Findings)
        {
            Finding placed = finding with { Location = finding.Location ?? parsed.SourceMap.GetLocation(finding.Pointer) };
            file._findings.Add(parsed.HasFailed ? placed with { Id = "CFG2006", Arguments = [document.Path, GetReason(finding)] } : placed);
        }

        if (parsed.Root is JsonObject root)
            file.Read(root);
        else if (!parsed.HasFailed)
            file._findings.Add(
                file.CreateFinding("CFG2006", JsonPointer.Root, document.Path, "it is not an object from operations to names")
            );
        return file;
    }

    /// <summary>An entry that cannot be honoured.</summary>
    public Finding CreateRejection(string pointer, string key, string reason) => CreateFinding("CFG2008", pointer, key, reason);

    /// <summary>Something that is wrong at a place of this file.</summary>
    public Finding CreateFinding(string id, string pointer, params string[] arguments) =>
        new(id, pointer, arguments) { Location = _sourceMap.GetLocation(pointer) };

    private static string GetReason(Finding finding) =>
        finding.Id switch
        {
            "CFG0001" or "CFG0002" => finding.Arguments[0],
            "CFG0012" => "it is empty",
            _ => "it is too large or too deep",
        };

    private void Read(JsonObject root)
    {
        foreach (KeyValuePair<string, JsonNode?> member in root)
        {
            string pointer = JsonPointer.Append(JsonPointer.Root, member.Key);
            if (member.Value.AsString() is { } name)
                _entries.Add(new NamesFileEntry(member.Key, pointer, name, []));
            else if (member.Value is JsonObject entry)
                _entries.Add(ReadEntry(member.Key, pointer, entry));
            else
                _findings.Add(CreateRejection(pointer, member.Key, "it is neither a name nor an object with 'name' and 'parameters'"));
        }
    }

    private NamesFileEntry ReadEntry(string key, string pointer, JsonObject entry)
    {
        string? name = null;
        List<NamesFileParameter> parameters = [];
        foreach (KeyValuePair<string, JsonNode?> member in entry)
        {
            string below = JsonPointer.Append(pointer, member.Key);
            if (member.Key == "name" && member.Value.AsString() is { } text)
                name = text;
            else if (member.Key == "parameters" && member.Value is JsonObject renamed)
                Add(renamed, below);
            else
                _findings.Add(
                    CreateRejection(
                        below,
                        key,
                        member.Key is "name" or "parameters"
                            ? $"its '{member.Key}' is {(member.Key == "name" ? "no text" : "no object")}"
                            : $"it has '{member.Key}', and knows 'name' and 'parameters' only"
                    )
                );
        }

        return new NamesFileEntry(key, pointer, name, parameters);

        void Add(JsonObject renamed, string below)
        {
            foreach (KeyValuePair<string, JsonNode?> parameter in renamed)
            {
                string at = JsonPointer.Append(below, parameter.Key);
                if (parameter.Value.AsString() is { } given)
                    parameters.Add(new NamesFileParameter(parameter.Key, at, given));
                else
                    _findings.Add(CreateRejection(at, key, $"the name of the parameter '{parameter.Key}' is no text"));
            }
        }
    }
}
