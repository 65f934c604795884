using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace CfGen.Generator.Reading.Parsing;

/// <summary>The anchors of a YAML text so far, and the values that its aliases come to, within bounds.</summary>
internal sealed class YamlAnchors(ParsedText parsed, CancellationToken ct)
{
    /// <summary>How many values aliases may add: ten times what the largest real documents have. A bomb has billions.</summary>
    public const int MaximumExpansion = 500_000;

    private readonly PositionTree _tree = parsed.Tree;
    private readonly Dictionary<string, Anchored> _anchors = new(StringComparer.Ordinal);
    private int _expanded;

    /// <summary>The last of a name counts; a value without an anchor is none that an alias could mean.</summary>
    public void Remember(AnchorName anchor, Anchored value)
    {
        if (!anchor.IsEmpty) _anchors[anchor.Value] = value;
    }

    /// <summary>A copy of what the alias means; an empty one where it would stand too deep.</summary>
    /// <exception cref="YamlStopException">There is no such anchor, it is not closed yet, or aliases have added too much.</exception>
    public Anchored Expand(AnchorAlias alias, int index, int depth)
    {
        if (!_anchors.TryGetValue(alias.Value.Value, out Anchored anchored))
            throw new YamlStopException("CFG0002", alias, "the alias '*" + alias.Value.Value + "' has no anchor before it");
        if (anchored.IsOpen)
            throw new YamlStopException("CFG0002", alias, "the alias '*" + alias.Value.Value + "' stands inside its own anchor");
        if (depth + anchored.Height > TextParser.MaximumDepth)
        {
            parsed.Add(TextParser.TooDeep(parsed, index));
            return new Anchored(index, anchored.Value is JsonArray ? new JsonArray() : new JsonObject(), 1, 0);
        }

        _expanded += anchored.Size;
        if (_expanded > MaximumExpansion) throw new YamlStopException("CFG0008", alias, Numbers.Text(MaximumExpansion));
        ct.ThrowIfCancellationRequested();

        // What is below the alias was written below the anchor.
        _tree[index].IsContainer = _tree[anchored.Index].IsContainer;
        _tree[index].FirstChild = _tree[anchored.Index].FirstChild;
        return new Anchored(index, anchored.Value?.DeepClone(), anchored.Size, anchored.Height);
    }

    /// <summary>What an anchor stands for: its value, how many values that is with all expansions, and how deep.</summary>
    internal readonly struct Anchored(int index, JsonNode? value, int size, int height)
    {
        /// <summary>The value is being read.</summary>
        public static Anchored Open { get; } = new(-1, null, 0, 0);

        public int Index { get; } = index;

        public JsonNode? Value { get; } = value;

        public int Size { get; } = size;

        public int Height { get; } = height;

        public bool IsOpen => Index < 0;
    }
}
