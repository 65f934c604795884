using CfGen.Generator.Configuration;
using CfGen.Generator.Diagnostics;
using CfGen.Generator.Documents;
using CfGen.Generator.Model;

namespace CfGen.Generator.Naming.Operations;

/// <summary>The <c>Names</c> file, matched with the operations of the document. Its names win over those of the document.</summary>
internal sealed class ConfiguredNames
{
    private readonly NamesFile? _file;
    private readonly FindingCollector _findings;
    private readonly Dictionary<OperationKey, OperationName> _names = [];
    private readonly Dictionary<OperationKey, NamesFileEntry> _entries = [];

    /// <param name="file">Null where the item has none.</param>
    /// <param name="operations">All operations of the document: an entry for an operation that is not selected is not an error.</param>
    /// <param name="findings">The collector of the entries that cannot be applied, at their places in the file.</param>
    public ConfiguredNames(NamesFile? file, IReadOnlyList<OperationOutline> operations, FindingCollector findings)
    {
        _file = file;
        _findings = findings;
        if (file is null)
            return;
        findings.AddRange(file.Findings);
        AcceptNames(file, MatchOperations(file, operations), FindExplicitNames(operations));
    }

    /// <summary>The names that the file assigns to operations.</summary>
    public IReadOnlyDictionary<OperationKey, OperationName> Names => _names;

    /// <summary>Renames the parameters of an operation as its entry says.</summary>
    public OperationModel RenameParameters(OperationKey key, OperationModel operation)
    {
        if (!_entries.TryGetValue(key, out NamesFileEntry? entry) || entry.Parameters.Count == 0)
            return operation;
        List<ParameterModel> parameters = [.. operation.Parameters];
        foreach (NamesFileParameter renamed in entry.Parameters)
        {
            if (TryRename(entry, renamed, parameters, operation.ParametersType ?? "") is { } finding)
                _findings.Add(_file!.Locate(finding));
        }

        return operation with
        {
            Parameters = parameters.ToEquatable(),
        };
    }

    /// <returns>The problem of a parameter that cannot be renamed; null where it is.</returns>
    private static Finding? TryRename(
        NamesFileEntry entry,
        NamesFileParameter renamed,
        List<ParameterModel> parameters,
        string parametersType
    )
    {
        List<int> found = [.. Enumerable.Range(0, parameters.Count).Where(i => Matches(parameters[i], renamed.Key))];
        if (found.Count == 0)
            return NamesEntryFindings.UnknownParameter(
                renamed.Pointer,
                entry.Key,
                renamed.Key,
                string.Join(", ", parameters.Select(p => $"'{p.SerializedName}'").DefaultIfEmpty("none"))
            );
        if (found.Count > 1)
            return NamesEntryFindings.AmbiguousParameter(
                renamed.Pointer,
                entry.Key,
                renamed.Key,
                string.Join(
                    " or ",
                    found.Select(i => $"'{parameters[i].Location.ToString().ToLowerInvariant()} {parameters[i].SerializedName}'")
                )
            );
        if (Words.Split(renamed.Name).Count == 0)
            return NamesEntryFindings.ParameterNameWithoutWords(renamed.Pointer, entry.Key, renamed.Key, renamed.Name);
        ParameterModel parameter = parameters[found[0]];
        string name = Identifiers.ToParameterName(renamed.Name);
        if (
            ReservedNames.MethodParameters.Contains(name)
            || parameters.Exists(p => p != parameter && p.Name == name)
            || IsReservedMember(parameter, name, parametersType)
        )
            return NamesEntryFindings.ParameterNameTaken(renamed.Pointer, entry.Key, renamed.Key, name);
        parameters[found[0]] = parameter with { Name = name };
        return null;
    }

    /// <summary>True for the name of the parameter, and for its location and name: <c>query limit</c>.</summary>
    private static bool Matches(ParameterModel parameter, string key)
    {
        if (parameter.SerializedName == key)
            return true;
        string[] parts = key.Split([' '], 2);
        return parts.Length == 2
            && Enum.TryParse(parts[0], ignoreCase: true, out ParameterLocation location)
            && parameter.Location == location
            && parameter.SerializedName == parts[1];
    }

    // An optional parameter is a member of a record.
    private static bool IsReservedMember(ParameterModel parameter, string name, string parametersType) =>
        !parameter.Required && Identifiers.ToOptionalParameterName(name, parametersType) != name;

    /// <summary>The operations that have an entry, in the order of the file.</summary>
    private List<OperationKey> MatchOperations(NamesFile file, IReadOnlyList<OperationOutline> operations)
    {
        List<OperationKey> matched = [];
        ILookup<string, OperationKey> byId = operations
            .Where(o => o.Operation.OperationId is { Length: > 0 })
            .ToLookup(o => o.Operation.OperationId!, o => o.Operation, StringComparer.Ordinal);
        ILookup<string, OperationKey> byPath = operations.ToLookup(
            o => FormatMethodAndPath(o.Operation),
            o => o.Operation,
            StringComparer.Ordinal
        );
        foreach (NamesFileEntry entry in file.Entries)
        {
            List<OperationKey> found = [.. byId[entry.Key]];
            if (found.Count == 0)
                found = [.. byPath[NormalizeMethod(entry.Key)]];
            if (found.Count == 0)
                _findings.Add(file.Locate(NamesEntryFindings.UnknownOperation(entry.Pointer, entry.Key)));
            else if (found.Count > 1)
                _findings.Add(
                    file.Locate(NamesEntryFindings.AmbiguousOperation(entry.Pointer, entry.Key, found.Count, FormatMethodAndPath(found[0])))
                );
            else if (_entries.TryGetValue(found[0], out NamesFileEntry? other))
                _findings.Add(file.Locate(NamesEntryFindings.DuplicateOperation(entry.Pointer, entry.Key, other.Key)));
            else
            {
                _entries.Add(found[0], entry);
                matched.Add(found[0]);
            }
        }

        return matched;
    }

    /// <summary>The names that the document has for operations without an entry, with the descriptions of these.</summary>
    private Dictionary<string, string> FindExplicitNames(IReadOnlyList<OperationOutline> operations)
    {
        Dictionary<string, string> names = new(StringComparer.Ordinal);
        foreach (OperationOutline operation in operations)
        {
            OperationKey key = operation.Operation;
            bool isConfigured = _entries.TryGetValue(key, out NamesFileEntry? entry) && entry.Name is not null;
            if (!isConfigured && OperationName.FromDocument(operation) is { } name)
                names[name.Key] = key.OperationId ?? FormatMethodAndPath(key);
        }

        return names;
    }

    /// <summary>Accepts the names that no earlier entry has, and no operation of the document.</summary>
    /// <param name="taken">The names that are taken, with the descriptions of their operations.</param>
    private void AcceptNames(NamesFile file, List<OperationKey> matched, Dictionary<string, string> taken)
    {
        foreach (OperationKey key in matched)
        {
            NamesFileEntry entry = _entries[key];
            if (entry.Name is not { } configured)
                continue;
            string[] parts = configured.Split('.');
            if (parts.Any(p => Words.Split(p).Count == 0) || OperationName.FromParts(parts) is not { } name)
                _findings.Add(file.Locate(NamesEntryFindings.InvalidName(entry.Pointer, entry.Key, configured)));
            else if (taken.TryGetValue(name.Key, out string? other))
                _findings.Add(file.Locate(NamesEntryFindings.NameTaken(entry.Pointer, entry.Key, configured, other)));
            else
            {
                taken.Add(name.Key, entry.Key);
                _names.Add(key, name);
            }
        }
    }

    private static string FormatMethodAndPath(OperationKey key) => $"{key.Method.ToUpperInvariant()} {key.Path}";

    private static string NormalizeMethod(string entryKey)
    {
        int space = entryKey.IndexOf(' ');
        return space < 0 ? entryKey : entryKey.Substring(0, space).ToUpperInvariant() + " " + entryKey.Substring(space + 1).Trim();
    }
}
