using CfGen.Generator.Comparison;
using CfGen.Generator.Diagnostics;
using CfGen.Generator.Listing;
using CfGen.Generator.Model;
using CfGen.Generator.Naming;

namespace CfGen.Generator.Keeping;

/// <summary>
/// The stage that gives a client the surface of its listing: the names of types, members, parameters, values and options, and signatures
/// that changed. The names of methods are those of the listing already.
/// </summary>
/// <param name="Client">The client with its listing.</param>
/// <param name="Unions">The unions among its types.</param>
internal sealed record KeptSurface(ListedFiles Client, IReadOnlyList<UnionModel> Unions)
{
    /// <summary>The names that are not those of the rules.</summary>
    public IReadOnlyList<KeptName> Names { get; init; } = [];

    /// <summary>Those of types, by the names of the rules.</summary>
    public IReadOnlyDictionary<string, string> TypeNames { get; init; } = new Dictionary<string, string>();

    /// <param name="client">The client under the names of the rules.</param>
    /// <param name="unions">The unions among its types.</param>
    public static KeptSurface Create(ListedFiles client, IReadOnlyList<UnionModel> unions)
    {
        KeptSurface named = KeepNames(client, unions);
        return named with { Client = OlderCalls.Add(named.Client) };
    }

    /// <summary>Returns the diagnostics of the names that are not those of the rules, and of the signatures that are kept.</summary>
    public IEnumerable<Finding> GetFindings() => Names.Select(n => n.ToFinding()).Concat(OlderCalls.Report(Client.Files));

    private static KeptSurface KeepNames(ListedFiles client, IReadOnlyList<UnionModel> unions)
    {
        if (
            client.Committed?.Listing is { } listing
            && ComponentNames.TryPlan(listing, client.Files) is { } components
            && client.TryReplace(new ClientRenamer(components, new TypeRenamer(components)).Rename(client.Files)) is { } known
        )
            return Create(known, unions, components);
        return
            client.Difference is { InvalidLine: null } difference
            && CreatePlan(NameMatching.Create(difference), client.Files) is { IsEmpty: false } plan
            ? Create(client.Replace(new ClientRenamer(plan, new TypeRenamer(plan)).Rename(client.Files)), unions, plan)
            : new KeptSurface(client, unions);
    }

    private static KeptSurface Create(ListedFiles client, IReadOnlyList<UnionModel> unions, NamePlan plan) =>
        new(client, [.. unions.Select(new TypeRenamer(plan).Rename)]) { Names = plan.Kept, TypeNames = plan.Types };

    private static NamePlan CreatePlan(NameMatching matching, EquatableArray<SourceFileModel> files)
    {
        NamePlan plan = new();
        TypeNamePlan.Add(plan, matching, files);
        MemberNamePlan members = new(plan, matching);
        members.Add();
        UnionNamePlan.Align(plan, files);
        members.Report();
        new ParameterNamePlan(plan, matching).Add(files);
        foreach (ClientModel client in files.OfType<ClientModel>())
            new OptionNamePlan(plan, matching, client).Add();
        return plan;
    }
}
