using System.Text.Json.Nodes;
using CfGen.Generator.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace CfGen.Generator.Parsing;

/// <summary>The anchors of a YAML text so far, and the values that its aliases come to, within bounds.</summary>
internal sealed class YamlAnchors(ParsedText parsed, CancellationToken ct)
{
    /// <summary>How many values aliases may add: ten times what the largest real documents have. A bomb has billions.</summary>
    public const int MaximumExpansion = 500_000;

    private readonly PositionTree _tree = parsed.PositionTree;
    private readonly Dictionary<string, AnchoredValue> _anchors = new(StringComparer.Ordinal);
    private int _expanded;

    /// <summary>The last of a name counts; a value without an anchor is none that an alias could mean.</summary>
    public void Register(AnchorName anchor, AnchoredValue value)
    {
        if (!anchor.IsEmpty)
            _anchors[anchor.Value] = value;
    }

    /// <summary>A copy of what the alias means; an empty one where it would stand too deep.</summary>
    /// <exception cref="YamlReadException">There is no such anchor, it is not closed yet, or aliases have added too much.</exception>
    public AnchoredValue ExpandAlias(AnchorAlias alias, int index, int depth)
    {
        if (!_anchors.TryGetValue(alias.Value.Value, out AnchoredValue anchored))
            throw new YamlReadException(alias, "the alias '*" + alias.Value.Value + "' has no anchor before it");
        if (anchored.IsOpen)
            throw new YamlReadException(alias, "the alias '*" + alias.Value.Value + "' stands inside its own anchor");
        if (depth + anchored.Height > TextParser.MaximumDepth)
        {
            parsed.AddFinding(TextParser.CreateTooDeepFinding(parsed, index));
            return new AnchoredValue(index, anchored.Value is JsonArray ? new JsonArray() : new JsonObject(), 1, 0);
        }

        _expanded += anchored.Size;
        if (_expanded > MaximumExpansion)
            throw new YamlReadException(alias, "its aliases expand to too many values") { IsTooLarge = true };
        ct.ThrowIfCancellationRequested();

        // What is below the alias was written below the anchor.
        _tree[index].IsContainer = _tree[anchored.Index].IsContainer;
        _tree[index].FirstChild = _tree[anchored.Index].FirstChild;
        return new AnchoredValue(index, anchored.Value?.DeepClone(), anchored.Size, anchored.Height);
    }

    /// <summary>What an anchor stands for: its value, how many values that is with all expansions, and how deep.</summary>
    internal readonly struct AnchoredValue(int index, JsonNode? value, int size, int height)
    {
        /// <summary>The value is being read.</summary>
        public static AnchoredValue Open { get; } = new(-1, null, 0, 0);

        public int Index { get; } = index;

        public JsonNode? Value { get; } = value;

        public int Size { get; } = size;

        public int Height { get; } = height;

        public bool IsOpen => Index < 0;
    }
}
