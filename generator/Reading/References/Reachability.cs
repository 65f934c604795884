using System.Text.Json.Nodes;
using CfGen.Generator.Reading.Selection;

namespace CfGen.Generator.Reading.References;

/// <summary>What a broken reference costs, and what is left.</summary>
internal sealed class Reachability(Linker linker, List<Finding> findings, Losses losses, string? projectDirectory)
{
    // As many as a message can hold.
    private const int MaximumNamed = 5;

    public static string Name(OperationSite site) => site.Method.ToUpperInvariant() + " " + site.Path;

    /// <summary>Everything that the units reach, themselves too.</summary>
    public static HashSet<Unit> From(IEnumerable<Unit> units)
    {
        HashSet<Unit> kept = [];
        Stack<Unit> open = new(units);
        while (open.Count > 0)
        {
            Unit unit = open.Pop();
            if (!kept.Add(unit)) continue;
            foreach (Unit needed in unit.Needs) open.Push(needed);
            foreach (Unit wanted in unit.Wants)
            {
                if (!wanted.IsBroken) open.Push(wanted);
            }
        }

        return kept;
    }

    /// <summary>The operations that can be generated; a finding for each reference that costs the others, and for what is cut off these.</summary>
    public List<FoundOperation> LeaveOutBroken(List<FoundOperation> selected, Dictionary<FoundOperation, Unit> units)
    {
        List<BrokenReference> broken = [.. linker.Broken, .. Circles()];
        foreach (BrokenReference reference in broken)
        {
            if (reference.Unit is not null) Spread(reference.Unit);
        }

        Report(broken, selected);
        foreach ((JsonObject holder, string? key, Unit unit) in linker.Optional)
        {
            if (!unit.IsBroken) continue;
            if (key is null) Linker.Remove(holder);
            else holder.Remove(key);
        }

        return [.. selected.Where(operation => units.TryGetValue(operation, out Unit? unit) && !unit.IsBroken)];
    }

    private static void Spread(Unit broken)
    {
        Stack<Unit> open = new([broken]);
        HashSet<Unit> seen = [];
        while (open.Count > 0)
        {
            Unit unit = open.Pop();
            if (!seen.Add(unit)) continue;
            unit.IsBroken = true;
            foreach (Unit user in unit.NeededBy) open.Push(user);
        }
    }

    /// <summary>Components that are nothing but names of each other.</summary>
    private IEnumerable<BrokenReference> Circles()
    {
        HashSet<Unit> checkedUnits = [];
        foreach (Unit unit in linker.Units)
        {
            List<Unit> chain = [];
            Unit? at = unit;
            while (at is not null && checkedUnits.Add(at))
            {
                chain.Add(at);
                at = at.AliasOf;
            }

            int start = at is null ? -1 : chain.IndexOf(at);
            if (start < 0) continue;
            for (int i = start; i < chain.Count; i++) chain[i].IsBroken = true;
            Unit first = chain[start];
            yield return new BrokenReference(
                first, first.Source, JsonPointer.Append(first.Pointer, "$ref"), first.AliasOf!.TreePointer, "goes in a circle", null);
        }
    }

    private void Report(List<BrokenReference> broken, List<FoundOperation> selected)
    {
        if (broken.Count == 0) return;

        // One finding for each target: forty references to one missing schema are one mistake.
        foreach (IGrouping<(string, string), BrokenReference> group in broken.GroupBy(b => (b.Undeclared ?? b.Source.Name, b.Undeclared is null ? b.Text : "")))
        {
            BrokenReference first = group.First();
            string id = first.Undeclared is null ? "CFG0005" : "CFG0007";
            HashSet<OperationSite> lost = [];
            List<string> paths = [];
            foreach (BrokenReference reference in group)
            {
                if (reference.Unit is null) paths.Add(reference.TreePointer);
                List<OperationSite> own = reference.Unit is { } unit
                    ? [.. Users(unit)]
                    : [.. selected.Where(o => o.Content is null && IsBelow(reference.TreePointer, o.Site.Pointer)).Select(o => o.Site)];
                lost.UnionWith(own);
                foreach (OperationSite site in own) losses.Add(site, $"the reference '{reference.Text}' at {reference.Source.Show(reference.Pointer)} {reference.Reason} ({id})");
            }

            List<string> names = [.. selected.Where(o => lost.Contains(o.Site)).Select(o => Name(o.Site))];
            names.AddRange(paths.Where(p => !selected.Exists(o => IsBelow(p, o.Site.Pointer))).Select(p => "all of " + PathOf(p)).Distinct(StringComparer.Ordinal));
            if (names.Count == 0)
            {
                findings.Add(At(first, "CFG1003", "the reference '" + first.Text + "' " + first.Reason, "it is ignored"));
                continue;
            }

            findings.Add(first.Undeclared is { } file
                ? At(first, id, first.Text, WayToDeclare(file), List(names))
                : At(first, id, first.Text, first.Reason, List(names)));
        }
    }

    private static HashSet<OperationSite> Users(Unit unit)
    {
        HashSet<OperationSite> result = [];
        HashSet<Unit> seen = [];
        Stack<Unit> open = new([unit]);
        while (open.Count > 0)
        {
            Unit user = open.Pop();
            if (!seen.Add(user)) continue;
            if (user.Operation is not null) result.Add(user.Operation);
            foreach (Unit next in user.NeededBy) open.Push(next);
        }

        return result;
    }

    private static bool IsBelow(string reference, string operation) => reference.StartsWith(operation + "/", StringComparison.Ordinal);

    private static string PathOf(string pointer) => JsonPointer.Split(pointer) is ["paths", var path, ..] ? path : pointer;

    private static Finding At(BrokenReference reference, string id, params string[] arguments) =>
        new(id, reference.Source.Show(reference.Pointer), arguments)
        {
            Place = reference.Source.IsMain ? null : reference.Source.Positions.Find(reference.Pointer),
        };

    /// <summary>Names as a message lists them.</summary>
    public static string List(List<string> names) => names.Count <= MaximumNamed
        ? string.Join(", ", names)
        : string.Join(", ", names.Take(MaximumNamed)) + " and " + Numbers.Text(names.Count - MaximumNamed) + " more";

    private string WayToDeclare(string path)
    {
        if (path.IndexOf("://", StringComparison.Ordinal) >= 0)
            return "a copy of that document (the generator opens no network), <OpenApiClient Include=\"the copy\" Reference=\"true\" />, and a reference to it here";
        string? directory = projectDirectory?.Replace('\\', '/').TrimEnd('/');
        if (directory is not null && path.StartsWith(directory + "/", StringComparison.OrdinalIgnoreCase)) path = path.Substring(directory.Length + 1);
        return "<OpenApiClient Include=\"" + path + "\" Reference=\"true\" />";
    }
}
