using System.Text.Json.Nodes;

namespace CfGen.Generator.Parsing;

/// <summary>
/// The merge keys of a YAML mapping: <c>&lt;&lt;: *a</c> or <c>&lt;&lt;: [*a, *b]</c>. With any other value it is an ordinary key.
/// </summary>
internal sealed class YamlMergeKeys(PositionTree tree)
{
    // The index in the tree of positions, and the object to merge.
    private readonly List<KeyValuePair<int, JsonObject>> _sources = [];

    /// <returns>True where the value can be merged.</returns>
    public bool TryAddSource(int member, JsonNode? value)
    {
        if (value is JsonObject one)
        {
            _sources.Add(new(member, one));
            return true;
        }

        if (value is not JsonArray { Count: > 0 } list || list.Any(item => item is not JsonObject))
            return false;
        int element = tree[member].FirstChild;
        foreach (JsonNode? item in list)
        {
            _sources.Add(new(element, (JsonObject)item!));
            element = tree[element].NextSibling;
        }

        return true;
    }

    /// <summary>
    /// Moves the members to the mapping. They were copied and counted when the alias was read. Own keys win, then earlier merges.
    /// </summary>
    public void MergeInto(JsonObject target, int index, int last)
    {
        foreach (KeyValuePair<int, JsonObject> source in _sources)
        {
            KeyValuePair<string, JsonNode?>[] members = [.. source.Value];
            source.Value.Clear();
            foreach (KeyValuePair<string, JsonNode?> member in members)
            {
                if (target.ContainsKey(member.Key))
                    continue;
                target.Add(member.Key, member.Value);
                int origin = tree.FindChild(source.Key, member.Key);
                if (origin < 0)
                    continue;
                PositionTree.Node copy = tree[origin];
                int added = tree.AddNode(index, ref last, member.Key, copy.NameStart, copy.NameEnd);
                tree[added].Start = copy.Start;
                tree[added].End = copy.End;
                tree[added].IsContainer = copy.IsContainer;
                tree[added].FirstChild = copy.FirstChild;
            }
        }
    }
}
