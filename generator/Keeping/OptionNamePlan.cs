using CfGen.Generator.Comparison;
using CfGen.Generator.Listing;
using CfGen.Generator.Model;
using CfGen.Generator.Naming;

namespace CfGen.Generator.Keeping;

/// <summary>Plans the names of the client's options: credentials, variables of servers, and parameters that all calls share.</summary>
internal sealed class OptionNamePlan(NamePlan plan, NameMatching matching, ClientModel client)
{
    private const string ClientCredentials = "ClientCredentials";

    private readonly string _owner = client.ClientName + "Options";
    private readonly Dictionary<string, string> _wanted = new(StringComparer.Ordinal);

    public void Add()
    {
        if (!matching.Gone.Any(m => m.Owner == _owner))
            return;
        List<ListedMember> listed = [.. matching.Old.GetMembers(_owner)];
        FindCredentials(listed);
        FindOthers(listed, ListedKind.ServerVariable, client.ServerVariables.Select(v => (v.Name, v.OptionName)));
        FindOthers(listed, ListedKind.Option, client.Parameters.Select(p => (p.Name, p.OptionName)));
        NameScope scope = new(reserved: [_owner, .. ReservedNames.OptionsMembers]);
        List<string> others = [];
        foreach (ListedMember member in matching.Current.GetMembers(_owner))
        {
            string name = member.ShortName;
            if (_wanted.TryGetValue(name, out string? kept) && Identifiers.IsPascalCase(kept) && scope.IsAvailable(kept))
                Note(name, scope.Reserve(kept), isListed: true);
            else
                others.Add(name);
        }

        foreach (string name in others)
            Note(name, scope.Reserve(name, name + "Value"), isListed: false);
    }

    private void Note(string name, string kept, bool isListed)
    {
        if (name == kept)
            return;
        plan.Options[name] = kept;
        plan.Note(new KeptName($"{_owner}.{kept}", $"{_owner}.{name}", matching.Current.GetPointer($"{_owner}.{name}"), isListed));
    }

    private void FindOthers(List<ListedMember> listed, string kind, IEnumerable<(string Name, string OptionName)> options)
    {
        foreach ((string name, string optionName) in options)
        {
            if (listed.Find(m => m.Kind == kind && m[ListedFact.Name] == name) is { } member)
                _wanted[optionName] = member.ShortName;
        }
    }

    /// <summary>
    /// Finds credentials by the methods that send them, else by what is sent: the only scheme of a kind and a name.
    /// </summary>
    private void FindCredentials(List<ListedMember> listed)
    {
        List<ListedMember> first = [.. listed.Where(m => m.Has(ListedFact.SchemeKind))];
        Dictionary<string, string> byUse = FindByUse();
        HashSet<string> found = new(StringComparer.Ordinal);
        foreach (SecuritySchemeModel scheme in client.Schemes)
        {
            string identity = GetIdentity(scheme.Kind.ClassName, scheme.Kind.HasName ? scheme.SerializedName : "");
            List<ListedMember> same = first.FindAll(m => GetIdentity(m[ListedFact.SchemeKind], m[ListedFact.Name]) == identity);
            ListedMember? match =
                byUse.TryGetValue(scheme.OptionName, out string? old) ? same.Find(m => m.ShortName == old)
                : same.Count == 1 && client.Schemes.Count(s => HasIdentity(s, identity)) == 1 ? same[0]
                : null;
            if (match is not null && found.Add(match.ShortName))
                AddScheme(scheme, match, listed.FindAll(m => m[ListedFact.Option] == match.ShortName));
        }
    }

    private static bool HasIdentity(SecuritySchemeModel scheme, string identity) =>
        GetIdentity(scheme.Kind.ClassName, scheme.Kind.HasName ? scheme.SerializedName : "") == identity;

    private static string GetIdentity(string kind, string name) => $"{kind}/{name}";

    private void AddScheme(SecuritySchemeModel scheme, ListedMember match, List<ListedMember> others)
    {
        _wanted[scheme.OptionName] = match.ShortName;
        if (
            match[ListedFact.Environment] is { Length: > 0 } variables
            && variables != string.Join(",", scheme.EnvironmentVariables)
            && variables.Split(',').Length == scheme.EnvironmentVariables.Count
        )
            plan.EnvironmentVariables[scheme.OptionName] = variables;
        foreach (ListedMember other in others)
        {
            string name = other[ListedFact.Type] switch
            {
                "method" when other.ShortName.Contains(ClientCredentials) => scheme.UseClientCredentialsMethod,
                "method" => scheme.UseProviderMethod,
                _ => scheme.SecondaryOptionName,
            };
            if (name.Length > 0)
                _wanted[name] = other.ShortName;
        }
    }

    /// <summary>The listed names of credentials by those of the client, as most methods have them.</summary>
    private Dictionary<string, string> FindByUse()
    {
        Dictionary<(string Old, string New), int> votes = [];
        foreach (ListedMember method in matching.Gone.Where(m => m.Kind == ListedKind.Method))
        {
            string[] old = SplitSchemes(method);
            string[] current = matching.Current.Find(method.Name) is { } other ? SplitSchemes(other) : [];
            for (int i = 0; i < old.Length && old.Length == current.Length; i++)
            {
                votes.TryGetValue((old[i], current[i]), out int count);
                votes[(old[i], current[i])] = count + 1;
            }
        }

        Dictionary<string, string> names = new(StringComparer.Ordinal);
        HashSet<string> taken = new(StringComparer.Ordinal);
        foreach (
            (string old, string current) in votes
                .OrderByDescending(v => v.Value)
                .ThenBy(v => v.Key.Old, StringComparer.Ordinal)
                .ThenBy(v => v.Key.New, StringComparer.Ordinal)
                .Select(v => v.Key)
        )
        {
            if (!names.ContainsKey(current) && taken.Add(old))
                names.Add(current, old);
        }

        return names;
    }

    // Alternatives and combinations, without their scopes.
    private static string[] SplitSchemes(ListedMember method) =>
        [.. method[ListedFact.Authentication].Split('|', '+').Select(s => s.Split('(')[0])];
}
