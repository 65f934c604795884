using System.Runtime.CompilerServices;
using CfGen.Generator.Diagnostics;
using CfGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CfGen.Generator.Usage;

/// <summary>
/// Finds the places where code of the project uses members of listed clients. The compilation of a generator has no generated code, so the
/// surfaces of the listings are added to it, and the code binds to them: it was written for them. Only places of the names are bound.
/// </summary>
internal sealed class UseFinder
{
    private static readonly TreeCache<IReadOnlyList<NamePlace>> s_trees = new(IdentifierFinder.FindAll);

    private static readonly TreeCache<IReadOnlyList<NamePlace>> s_surfaces = new(IdentifierFinder.FindFirst);

    // The table of the clients is made once, because what was read of files is known for the table.
    private static readonly ConditionalWeakTable<EquatableArray<ChangedClient>, NameTable> s_surfaceNames = new();

    private readonly NameTable _table;
    private readonly Dictionary<(string Client, string Member), MemberUse> _uses = [];
    private int _order;

    private UseFinder(NameTable table) => _table = table;

    /// <summary>Finds the uses.</summary>
    /// <param name="clients">The clients that differ from their listings; none where nothing changed, and no code is read.</param>
    /// <param name="table">The identifiers of their members.</param>
    /// <param name="others">The places in other files than those of the compilation.</param>
    public static MemberUses Find(
        Compilation compilation,
        EquatableArray<ChangedClient> clients,
        NameTable table,
        IReadOnlyCollection<OtherPlaces> others,
        CancellationToken ct
    )
    {
        if (table.Count == 0)
            return MemberUses.None;
        UseFinder finder = new(table);
        List<(SyntaxTree Tree, IReadOnlyList<NamePlace> Places)> files =
        [
            .. compilation.SyntaxTrees.Select(t => (t, s_trees.Get(t, table, ct))).Where(f => f.Item2.Count > 0),
        ];
        if (files.Count > 0)
            finder.AddFiles(compilation, clients, files, ct);
        foreach (OtherPlaces.Place place in others.SelectMany(o => o.Places))
            finder.Add("", place.Name, place.Location);
        return new MemberUses(finder._uses.Values.OrderBy(u => u.Order).ThenBy(u => u.Member, StringComparer.Ordinal).ToEquatable());
    }

    private void AddFiles(
        Compilation compilation,
        EquatableArray<ChangedClient> clients,
        List<(SyntaxTree Tree, IReadOnlyList<NamePlace> Places)> files,
        CancellationToken ct
    )
    {
        try
        {
            Bind(compilation, clients, files, ct);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // Code that is half written can be too much for the compiler. The names remain.
            _uses.Clear();
            foreach ((SyntaxTree tree, IReadOnlyList<NamePlace> places) in files)
            {
                foreach (NamePlace place in places)
                    Add("", _table[place.Index], GetLocation(tree, tree.GetRoot(ct).FindToken(place.Position, findInsideTrivia: true)));
            }
        }
    }

    private void Bind(
        Compilation compilation,
        EquatableArray<ChangedClient> clients,
        List<(SyntaxTree Tree, IReadOnlyList<NamePlace> Places)> files,
        CancellationToken ct
    )
    {
        // A compilation has files of the same options.
        CSharpParseOptions options = (CSharpParseOptions)files[0].Tree.Options;
        HashSet<string> names = ReadNames(compilation, s_surfaceNames.GetValue(clients, CreateSurfaceNames), ct);
        Dictionary<SyntaxTree, string> listed = clients.ToDictionary(c => c.Declare(names.Contains, options, ct), c => c.Name);
        ListedSymbols symbols = new(listed);
        HashSet<(string, string)> wanted = [.. clients.SelectMany(c => c.Members.Select(m => (c.Name, m)))];
        Compilation whole = compilation.AddSyntaxTrees(listed.Keys);
        foreach ((SyntaxTree tree, IReadOnlyList<NamePlace> places) in files)
        {
            SemanticModel model = whole.GetSemanticModel(tree);
            SyntaxNode root = tree.GetRoot(ct);
            foreach (NamePlace place in places)
            {
                SyntaxToken token = root.FindToken(place.Position, findInsideTrivia: true);
                if (symbols.FindUsed(model, token, ct) is not { } members)
                    Add("", _table[place.Index], GetLocation(tree, token));
                else if (members.Find(wanted.Contains) is { Member: not null } member)
                    Add(member.Client, member.Member, GetLocation(tree, token));
            }
        }
    }

    private static NameTable CreateSurfaceNames(EquatableArray<ChangedClient> clients) =>
        NameTable.Create(clients.Select(c => c.GetSurfaceNames().ToEquatable()));

    /// <summary>Reads the names of the clients that the project has: what it does not name need not be declared.</summary>
    private static HashSet<string> ReadNames(Compilation compilation, NameTable table, CancellationToken ct)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
            names.UnionWith(s_surfaces.Get(tree, table, ct).Select(p => table[p.Index]));
        return names;
    }

    private void Add(string client, string member, LocationInfo location)
    {
        int order = _order++;
        _uses[(client, member)] = _uses.TryGetValue((client, member), out MemberUse? known)
            ? known with
            {
                Count = known.Count + 1,
            }
            : new MemberUse(client, member, 1, order, location);
    }

    private static LocationInfo GetLocation(SyntaxTree tree, SyntaxToken token)
    {
        FileLinePositionSpan span = tree.GetLineSpan(token.Span);
        return new LocationInfo(span.Path, token.Span, span.Span);
    }
}
