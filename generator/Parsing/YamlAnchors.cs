using System.Text.Json.Nodes;
using CfGen.Generator.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace CfGen.Generator.Parsing;

/// <summary>The anchors of a YAML text, and the values of its aliases, up to a limit.</summary>
internal sealed class YamlAnchors(ParsedText parsed, CancellationToken ct)
{
    /// <summary>
    /// The number of values that aliases may add: ten times as many as the largest real documents have. Malicious documents have billions.
    /// </summary>
    public const int MaximumExpansion = 500_000;

    private readonly PositionTree _tree = parsed.PositionTree;
    private readonly Dictionary<string, AnchoredValue> _anchors = new(StringComparer.Ordinal);
    private int _expanded;

    /// <summary>Registers the value of an anchor. The last anchor of a name counts.</summary>
    public void Register(AnchorName anchor, AnchoredValue value)
    {
        if (!anchor.IsEmpty)
            _anchors[anchor.Value] = value;
    }

    /// <summary>Returns a copy of the value of an alias; an empty one where it would be nested too deeply.</summary>
    /// <exception cref="YamlReadException">The anchor is missing or not closed, or aliases add too many values.</exception>
    public AnchoredValue ExpandAlias(AnchorAlias alias, int index, int depth)
    {
        if (!_anchors.TryGetValue(alias.Value.Value, out AnchoredValue anchored))
            throw new YamlReadException(alias, "the alias '*" + alias.Value.Value + "' has no anchor before it");
        if (anchored.IsOpen)
            throw new YamlReadException(alias, "the alias '*" + alias.Value.Value + "' is inside its own anchor");
        if (depth + anchored.Height > TextParser.MaximumDepth)
        {
            parsed.AddFinding(TextParser.CreateTooDeepFinding(parsed, index));
            return new AnchoredValue(index, anchored.Value is JsonArray ? new JsonArray() : new JsonObject(), 1, 0);
        }

        _expanded += anchored.Size;
        if (_expanded > MaximumExpansion)
            throw new YamlReadException(alias, "its aliases expand to too many values") { IsTooLarge = true };
        ct.ThrowIfCancellationRequested();

        // The members of the alias have the locations of the members of the anchor.
        _tree[index].IsContainer = _tree[anchored.Index].IsContainer;
        _tree[index].FirstChild = _tree[anchored.Index].FirstChild;
        return new AnchoredValue(index, anchored.Value?.DeepClone(), anchored.Size, anchored.Height);
    }

    /// <summary>The value of an anchor, the number of its values with all expansions, and its depth.</summary>
    internal readonly struct AnchoredValue(int index, JsonNode? value, int size, int height)
    {
        /// <summary>A value that is still being read.</summary>
        public static AnchoredValue Open { get; } = new(-1, null, 0, 0);

        public int Index { get; } = index;

        public JsonNode? Value { get; } = value;

        public int Size { get; } = size;

        public int Height { get; } = height;

        public bool IsOpen => Index < 0;
    }
}
