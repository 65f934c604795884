using System.Text.Json.Nodes;
using CfGen.Generator.Diagnostics;
using CfGen.Generator.Parsing;

namespace CfGen.Generator.Configuration;

/// <summary>An entry of a <c>Names</c> file.</summary>
/// <param name="Key">An operationId, or a method and a path: <c>GET /users/{id}</c>.</param>
/// <param name="Name">The name in the form of <c>x-cfgen-name</c>; null where the entry names parameters only.</param>
/// <param name="Parameters">The C# names of parameters, by their names in the document.</param>
internal sealed record NamesFileEntry(string Key, string Pointer, string? Name, IReadOnlyList<NamesFileParameter> Parameters);

/// <param name="Key">The name in the document, after the location where two parameters share it: <c>query id</c>.</param>
internal sealed record NamesFileParameter(string Key, string Pointer, string Name);

/// <summary>
/// The file of the <c>Names</c> metadata, in JSON or YAML: an object that maps operations to names. An entry with a problem is ignored.
/// If the text is not valid, all entries are ignored, and the client is generated without them.
/// </summary>
internal sealed class NamesFile
{
    private readonly SourceMap _sourceMap;
    private readonly List<NamesFileEntry> _entries = [];
    private readonly List<NamesFileType> _types = [];
    private readonly List<Finding> _findings = [];

    private NamesFile(string path, ParsedText parsed)
    {
        Path = path;
        _sourceMap = parsed.SourceMap;
    }

    public IReadOnlyList<NamesFileEntry> Entries => _entries;

    /// <summary>The types in the places of components and formats.</summary>
    public IReadOnlyList<NamesFileType> Types => _types;

    public IReadOnlyList<Finding> Findings => _findings;

    /// <summary>The path of the file.</summary>
    public string Path { get; }

    public static NamesFile Read(DocumentText document, CancellationToken ct)
    {
        ParsedText parsed = TextParser.Parse(document, ct);
        NamesFile file = new(document.Path, parsed);
        foreach (Finding finding in parsed.Findings)
        {
            // The failure itself is the last finding.
            LocationInfo location = finding.Location ?? parsed.SourceMap.GetLocation(finding.Pointer);
            bool isFailure = parsed.HasFailed && finding == parsed.Findings[parsed.Findings.Count - 1];
            file._findings.Add(isFailure ? CreateFailure(document.Path, parsed.Failure!, location) : finding with { Location = location });
        }

        if (parsed.Root is JsonObject root)
            file.Read(root);
        else if (!parsed.HasFailed)
            file._findings.Add(NamesFileFindings.RootNotAnObject(document.Path, parsed.SourceMap.GetLocation(JsonPointer.Root)));
        return file;
    }

    /// <summary>Returns a finding of an entry with its location in this file.</summary>
    public Finding Locate(Finding finding) => finding with { Location = _sourceMap.GetLocation(finding.Pointer) };

    /// <summary>Returns the line of a value of this file.</summary>
    public int GetLine(string pointer) => _sourceMap.GetLocation(pointer).LineNumber;

    private static Finding CreateFailure(string path, ParseFailure failure, LocationInfo location) =>
        failure.Kind switch
        {
            ParseFailureKind.Empty => NamesFileFindings.Empty(path, location),
            ParseFailureKind.TooLarge => NamesFileFindings.TooLarge(path, YamlAnchors.MaximumExpansion, location),
            _ => NamesFileFindings.InvalidText(path, failure.Detail, location),
        };

    private void Read(JsonObject root)
    {
        foreach (KeyValuePair<string, JsonNode?> member in root)
        {
            string pointer = JsonPointer.Append(JsonPointer.Root, member.Key);
            if (member.Value.AsString() is { } name)
                _entries.Add(new NamesFileEntry(member.Key, pointer, name, []));
            else if (member is { Key: NamesFileTypeReader.Section, Value: JsonObject section })
                _types.AddRange(NamesFileTypeReader.Read(section, pointer, finding => _findings.Add(Locate(finding))));
            else if (member.Value is JsonObject entry)
                _entries.Add(ReadEntry(member.Key, pointer, entry));
            else
                _findings.Add(Locate(NamesEntryFindings.NotANameOrObject(pointer, member.Key)));
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
                    Locate(
                        member.Key switch
                        {
                            "name" => NamesEntryFindings.NameNotAString(below, key),
                            "parameters" => NamesEntryFindings.ParametersNotAnObject(below, key),
                            _ => NamesEntryFindings.UnknownMember(below, key, member.Key),
                        }
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
                    _findings.Add(Locate(NamesEntryFindings.ParameterNameNotAString(at, key, parameter.Key)));
            }
        }
    }
}
