using CfGen.Generator.Binding.Names;
using CfGen.Generator.Binding.Operations;
using CfGen.Generator.Model;
using CfGen.Generator.Reading;

namespace CfGen.Generator.Binding.OperationNaming;

/// <summary>The <c>Names</c> file, matched with the operations of the document. It wins over what the document states.</summary>
internal sealed class GivenNames
{
    // What methods have beside the document's parameters.
    private static readonly string[] s_reserved = ["options", "cancellationToken", "body", "parameters"];

    private readonly NamesFile? _file;
    private readonly List<Finding> _findings;
    private readonly Dictionary<OperationSite, OperationName> _names = [];
    private readonly Dictionary<OperationSite, NamesEntry> _entries = [];

    /// <param name="file">Null where the item has none.</param>
    /// <param name="operations">All of the document: an entry for one that is not selected is no mistake.</param>
    /// <param name="findings">Takes what is wrong, at its place in the file.</param>
    public GivenNames(NamesFile? file, IReadOnlyList<OperationOutline> operations, List<Finding> findings)
    {
        _file = file;
        _findings = findings;
        if (file is null)
            return;
        findings.AddRange(file.Findings);
        Accept(file, Match(file, operations), operations);
    }

    /// <summary>The names of operations that the file gives.</summary>
    public IReadOnlyDictionary<OperationSite, OperationName> Names => _names;

    /// <summary>The operation with its parameters called as the file says.</summary>
    public OperationModel Rename(OperationSite site, OperationModel operation)
    {
        if (!_entries.TryGetValue(site, out NamesEntry? entry) || entry.Parameters.Count == 0)
            return operation;
        List<ParameterModel> parameters = [.. operation.Parameters];
        foreach (NamesParameter given in entry.Parameters)
        {
            string[] key = given.Key.Split([' '], 2);
            ParameterPlace? place = key.Length == 2 && Enum.TryParse(key[0], ignoreCase: true, out ParameterPlace parsed) ? parsed : null;
            List<int> found = [.. Enumerable.Range(0, parameters.Count).Where(i =>
                parameters[i].WireName == given.Key || (place is { } at && parameters[i].Place == at && parameters[i].WireName == key[1]))];
            string name = Identifiers.Parameter(given.Name);
            if (found.Count == 0)
                Refuse($"the operation has no parameter '{given.Key}'; it has {string.Join(", ", parameters.Select(p => $"'{p.WireName}'").DefaultIfEmpty("none"))}");
            else if (found.Count > 1)
                Refuse($"two parameters are called '{given.Key}'; write '{string.Join("' or '", found.Select(i => parameters[i].Place.ToString().ToLowerInvariant() + " " + parameters[i].WireName))}'");
            else if (Words.Split(given.Name).Count == 0)
                Refuse($"'{given.Name}' is no name for a parameter");
            else if (s_reserved.Contains(name) || parameters.Where((_, i) => i != found[0]).Any(p => p.Name == name) || IsMember(parameters[found[0]], name))
                Refuse($"the parameter '{given.Key}' cannot be called '{name}', the method has that already");
            else
                parameters[found[0]] = parameters[found[0]] with { Name = name };

            void Refuse(string reason) => _findings.Add(_file!.Refuse(given.Pointer, entry.Key, reason));
        }

        return operation with { Parameters = parameters.ToEquatable() };

        // An optional one is a member of a record.
        bool IsMember(ParameterModel parameter, string name) => !parameter.Required && Identifiers.OptionalParameter(name, operation.ParametersType ?? "") != name;
    }

    /// <summary>The operations that entries name, in the order of the file.</summary>
    private List<OperationSite> Match(NamesFile file, IReadOnlyList<OperationOutline> operations)
    {
        List<OperationSite> matched = [];
        ILookup<string, OperationSite> byId = operations.Where(o => o.Site.OperationId is { Length: > 0 }).ToLookup(o => o.Site.OperationId!, o => o.Site, StringComparer.Ordinal);
        ILookup<string, OperationSite> byPath = operations.ToLookup(o => $"{o.Site.Method.ToUpperInvariant()} {o.Site.Path}", o => o.Site, StringComparer.Ordinal);
        foreach (NamesEntry entry in file.Entries)
        {
            List<OperationSite> found = [.. byId[entry.Key]];
            if (found.Count == 0)
                found = [.. byPath[UpperMethod(entry.Key)]];
            if (found.Count == 0)
                _findings.Add(file.Find("CFG2007", entry.Pointer, entry.Key));
            else if (found.Count > 1)
                _findings.Add(file.Refuse(entry.Pointer, entry.Key, $"{found.Count} operations have this id; write '{found[0].Method.ToUpperInvariant()} {found[0].Path}' for the first of them"));
            else if (_entries.TryGetValue(found[0], out NamesEntry? other))
                _findings.Add(file.Refuse(entry.Pointer, entry.Key, $"'{other.Key}' is the same operation"));
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
    private void Accept(NamesFile file, List<OperationSite> matched, IReadOnlyList<OperationOutline> operations)
    {
        Dictionary<string, string> taken = new(StringComparer.Ordinal);
        foreach (OperationOutline operation in operations)
        {
            if (!(_entries.TryGetValue(operation.Site, out NamesEntry? entry) && entry.Name is not null) && OperationName.Stated(operation) is { } stated)
                taken[stated.Key] = Name(operation.Site);
        }

        foreach (OperationSite site in matched)
        {
            NamesEntry entry = _entries[site];
            if (entry.Name is not { } given)
                continue;
            string[] parts = given.Split('.');
            if (parts.Any(p => Words.Split(p).Count == 0) || OperationName.FromParts(parts) is not { } name)
                _findings.Add(file.Refuse(entry.Pointer, entry.Key, $"'{given}' is no name; write resources and method with dots between them, as 'zero_trust.risk_scoring.get'"));
            else if (taken.TryGetValue(name.Key, out string? other))
                _findings.Add(file.Refuse(entry.Pointer, entry.Key, $"'{given}' is already the name of '{other}'"));
            else
            {
                taken.Add(name.Key, entry.Key);
                _names.Add(site, name);
            }
        }
    }

    private static string Name(OperationSite site) => site.OperationId ?? $"{site.Method.ToUpperInvariant()} {site.Path}";
}
