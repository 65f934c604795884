using CfGen.Generator.Configuration;
using CfGen.Generator.Diagnostics;
using CfGen.Generator.Documents;
using CfGen.Generator.Model;
using CfGen.Generator.Naming;
using CfGen.Generator.Schemas;
using Microsoft.OpenApi;

namespace CfGen.Generator.Binding.OwnTypes;

/// <summary>
/// The types that the <c>Names</c> file puts in the place of components and formats. A schema that has one gets no type, and what only that
/// schema leads to is not bound.
/// </summary>
internal sealed class OwnTypes
{
    private const string JsonElement = "global::System.Text.Json.JsonElement";

    private const JsonSchemaType NotScalar = JsonSchemaType.Object | JsonSchemaType.Array | JsonSchemaType.Boolean;

    private readonly NamesFile? _file;
    private readonly FindingCollector _findings;
    private readonly Dictionary<string, Entry> _components = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Entry> _formats = new(StringComparer.Ordinal);
    private readonly List<OwnTypeModel> _used = [];
    private readonly HashSet<Entry> _reached = [];
    private readonly HashSet<string> _reportedForms = new(StringComparer.Ordinal);

    /// <param name="file">Null where the item has none.</param>
    /// <param name="inventory">The components and formats of the whole document.</param>
    /// <param name="components">The components of the object model, with those of other documents.</param>
    /// <param name="findings">The collector of the entries that cannot be applied, at their places in the file.</param>
    public OwnTypes(NamesFile? file, ComponentInventory inventory, IEnumerable<string> components, FindingCollector findings)
    {
        _file = file;
        _findings = findings;
        if (file is null || file.Types.Count == 0)
            return;
        List<string> known = [.. inventory.SchemaNames, .. components];
        foreach (NamesFileType entry in file.Types)
        {
            if (Read(entry) is not { } read)
                continue;
            if (entry.Format is not { } format)
                AddComponent(entry, read, known);
            else if (inventory.Formats.Contains(format))
                _formats[format] = read;
            else
                Report(OwnTypeFindings.UnknownFormat(entry.Pointer, format, NearNames.Find(format, inventory.Formats)));
        }
    }

    /// <summary>True if no schema has a type.</summary>
    public bool IsEmpty => _components.Count == 0 && _formats.Count == 0;

    /// <summary>The types that schemas of the selected operations have, by their indexes.</summary>
    public EquatableArray<OwnTypeModel> Used => _used.ToEquatable();

    /// <summary>True for a component that has a type.</summary>
    public bool HasComponent(string? id) => id is not null && _components.ContainsKey(id);

    /// <summary>The type of a component; null where it has none.</summary>
    public TypeRef? FindComponent(string? id) => id is not null && _components.TryGetValue(id, out Entry? entry) ? Use(entry) : null;

    /// <summary>The type of a string or number by its format; null where it has none.</summary>
    public TypeRef? FindFormat(ResolvedSchema schema) =>
        _formats.Count > 0
        && schema is { DeclaredFormat: { } format, Enum: null, Unions.Count: 0, Items: null, Properties.Count: 0, Positions.Count: 0 }
        && ((schema.Types ?? 0) & NotScalar) == 0
        && _formats.TryGetValue(format, out Entry? entry)
            ? Use(entry)
            : null;

    /// <summary>Reports a component that is the schema of a form.</summary>
    /// <param name="pointer">The pointer of the form.</param>
    public void ReportForm(string component, string pointer)
    {
        if (_components.TryGetValue(component, out Entry? entry) && _reportedForms.Add(component))
            Report(OwnTypeFindings.Form(entry.Source.Pointer, component, pointer, entry.Source.Type));
    }

    /// <summary>Reports the types that no selected operation has.</summary>
    public void ReportUnused()
    {
        foreach (Entry entry in _components.Values.Concat(_formats.Values).Where(e => !_reached.Contains(e)))
            Report(OwnTypeFindings.Unused(entry.Source.Pointer, entry.Source.Key));
    }

    private void AddComponent(NamesFileType entry, Entry read, List<string> known)
    {
        if (known.Contains(entry.Key, StringComparer.Ordinal))
            _components[entry.Key] = read;
        else
            Report(OwnTypeFindings.UnknownComponent(entry.Pointer, entry.Key, NearNames.Find(entry.Key, known)));
    }

    private Entry? Read(NamesFileType entry)
    {
        string? type = Parse(entry, entry.Type, "type");
        string? codec = entry.Codec is null ? null : Parse(entry, entry.Codec, "codec");
        return type is null || (codec is null && entry.Codec is not null) ? null : new Entry(entry, type, codec);
    }

    private string? Parse(NamesFileType entry, string name, string member)
    {
        if (CSharpTypeName.TryParse(name) is { } type)
            return type;
        Report(OwnTypeFindings.InvalidName(entry.GetMemberPointer(member), entry.Key, name));
        return null;
    }

    private TypeRef Use(Entry entry)
    {
        _reached.Add(entry);
        // Any JSON has a type, a reader and a writer.
        if (entry.Type == JsonElement && entry.Codec is null)
            return TypeRef.Json;
        if (_used.Find(u => u.Type.Name == entry.Type && u.Codec == entry.Codec) is { } known)
            return known.Type;
        OwnType type = new(_used.Count, entry.Type);
        string path = _file!.Path;
        string file = path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);
        _used.Add(new OwnTypeModel(type, entry.Source.Key, entry.Codec, new SourceLine(file, _file.GetLine(entry.Source.Pointer))));
        return type;
    }

    private void Report(Finding finding) => _findings.Add(_file!.Locate(finding));

    private sealed record Entry(NamesFileType Source, string Type, string? Codec);
}
