using CfGen.Generator.Configuration;
using CfGen.Generator.Diagnostics;
using CfGen.Generator.Documents;
using CfGen.Generator.Model;

namespace CfGen.Generator.Naming.Operations;

/// <summary>The <c>Names</c> file, matched with the operations of the document. It wins over what the document states.</summary>
internal sealed class ConfiguredNames
{
    // What methods have beside the document's parameters.
    private static readonly string[] s_reserved = ["options", "cancellationToken", "body", "parameters"];

    private readonly NamesFile? _namesFile;
    private readonly FindingCollector _findings;
    private readonly Dictionary<OperationKey, OperationName> _names = [];
    private readonly Dictionary<OperationKey, NamesFileEntry> _entries = [];

    /// <param name="file">Null where the item has none.</param>
    /// <param name="operations">All of the document: an entry for one that is not selected is no mistake.</param>
    /// <param name="findings">Takes what is wrong, at its place in the file.</param>
    public ConfiguredNames(NamesFile? file, IReadOnlyList<OperationOutline> operations, FindingCollector findings)
    {
        _namesFile = file;
        _findings = findings;
        if (file is null)
            return;
        findings.AddRange(file.Findings);
        AcceptNames(file, MatchOperations(file, operations), operations);
    }

    /// <summary>The names of operations that the file gives.</summary>
    public IReadOnlyDictionary<OperationKey, OperationName> Names => _names;

    /// <summary>The operation with its parameters called as the file says.</summary>
    public OperationModel RenameParameters(OperationKey site, OperationModel operation)
    {
        if (!_entries.TryGetValue(site, out NamesFileEntry? entry) || entry.Parameters.Count == 0)
            return operation;
        List<ParameterModel> parameters = [.. operation.Parameters];
        foreach (NamesFileParameter given in entry.Parameters)
        {
            string[] key = given.Key.Split([' '], 2);
            ParameterLocation? place =
                key.Length == 2 && Enum.TryParse(key[0], ignoreCase: true, out ParameterLocation parsed) ? parsed : null;
            List<int> found =
            [
                .. Enumerable
                    .Range(0, parameters.Count)
                    .Where(i =>
                        parameters[i].SerializedName == given.Key
                        || (place is { } at && parameters[i].Location == at && parameters[i].SerializedName == key[1])
                    ),
            ];
            string name = Identifiers.ToParameterName(given.Name);
            if (found.Count == 0)
                Refuse(
                    $"the operation has no parameter '{given.Key}'; it has {string.Join(", ", parameters.Select(p => $"'{p.SerializedName}'").DefaultIfEmpty("none"))}"
                );
            else if (found.Count > 1)
                Refuse(
                    $"two parameters are called '{given.Key}'; write '{string.Join("' or '", found.Select(i => parameters[i].Location.ToString().ToLowerInvariant() + " " + parameters[i].SerializedName))}'"
                );
            else if (Words.Split(given.Name).Count == 0)
                Refuse($"'{given.Name}' is no name for a parameter");
            else if (
                s_reserved.Contains(name)
                || parameters.Where((_, i) => i != found[0]).Any(p => p.Name == name)
                || IsMember(parameters[found[0]], name)
            )
                Refuse($"the parameter '{given.Key}' cannot be called '{name}', the method has that already");
            else
                parameters[found[0]] = parameters[found[0]] with { Name = name };

            void Refuse(string reason) => _findings.Add(_namesFile!.CreateRejection(given.Pointer, entry.Key, reason));
        }

        return operation with
        {
            Parameters = parameters.ToEquatable(),
        };

        // An optional one is a member of a record.
        bool IsMember(ParameterModel parameter, string name) =>
            !parameter.Required && Identifiers.ToOptionalParameterName(name, operation.ParametersType ?? "") != name;
    }

    /// <summary>The operations that entries name, in the order of the file.</summary>
    private List<OperationKey> MatchOperations(NamesFile file, IReadOnlyList<OperationOutline> operations)
    {
        List<OperationKey> matched = [];
        ILookup<string, OperationKey> byId = operations
            .Where(o => o.Operation.OperationId is { Length: > 0 })
            .ToLookup(o => o.Operation.OperationId!, o => o.Operation, StringComparer.Ordinal);
        ILookup<string, OperationKey> byPath = operations.ToLookup(
            o => $"{o.Operation.Method.ToUpperInvariant()} {o.Operation.Path}",
            o => o.Operation,
            StringComparer.Ordinal
        );
        foreach (NamesFileEntry entry in file.Entries)
        {
            List<OperationKey> found = [.. byId[entry.Key]];
            if (found.Count == 0)
                found = [.. byPath[UpperMethod(entry.Key)]];
            if (found.Count == 0)
                _findings.Add(file.CreateUnknownOperation(entry));
            else if (found.Count > 1)
                _findings.Add(
                    file.CreateRejection(
                        entry.Pointer,
                        entry.Key,
                        $"{found.Count} operations have this id; write '{found[0].Method.ToUpperInvariant()} {found[0].Path}' for the first of them"
                    )
                );
            else if (_entries.TryGetValue(found[0], out NamesFileEntry? other))
                _findings.Add(file.CreateRejection(entry.Pointer, entry.Key, $"'{other.Key}' is the same operation"));
            else
            {
                _entries.Add(found[0], entry);
                matched.Add(found[0]);
            }
        }

        return matched;

        static string UpperMethod(string key)
        {
            int space = key.IndexOf(' ');
            return space < 0 ? key : key.Substring(0, space).ToUpperInvariant() + " " + key.Substring(space + 1).Trim();
        }
    }

    /// <summary>The names that no other operation has: an earlier entry, or one that the document names so.</summary>
    private void AcceptNames(NamesFile file, List<OperationKey> matched, IReadOnlyList<OperationOutline> operations)
    {
        Dictionary<string, string> taken = new(StringComparer.Ordinal);
        foreach (OperationOutline operation in operations)
        {
            if (
                !(_entries.TryGetValue(operation.Operation, out NamesFileEntry? entry) && entry.Name is not null)
                && OperationName.FromDocument(operation) is { } stated
            )
                taken[stated.Key] = DescribeOperation(operation.Operation);
        }

        foreach (OperationKey site in matched)
        {
            NamesFileEntry entry = _entries[site];
            if (entry.Name is not { } given)
                continue;
            string[] parts = given.Split('.');
            if (parts.Any(p => Words.Split(p).Count == 0) || OperationName.FromParts(parts) is not { } name)
                _findings.Add(
                    file.CreateRejection(
                        entry.Pointer,
                        entry.Key,
                        $"'{given}' is no name; write resources and method with dots between them, as 'zero_trust.risk_scoring.get'"
                    )
                );
            else if (taken.TryGetValue(name.Key, out string? other))
                _findings.Add(file.CreateRejection(entry.Pointer, entry.Key, $"'{given}' is already the name of '{other}'"));
            else
            {
                taken.Add(name.Key, entry.Key);
                _names.Add(site, name);
            }
        }
    }

    private static string DescribeOperation(OperationKey site) => site.OperationId ?? $"{site.Method.ToUpperInvariant()} {site.Path}";
}
