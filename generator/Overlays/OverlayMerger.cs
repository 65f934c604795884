using System.Text.Json;
using System.Text.Json.Nodes;
using CfGen.Generator.Diagnostics;
using CfGen.Generator.Overlays.JsonPath;
using CfGen.Generator.Parsing;

namespace CfGen.Generator.Overlays;

/// <summary>
/// Merges values into a document by the rules of Overlay 1.1: objects member by member, lists one after the other, scalars by replacement.
/// Values that do not fit together stay as they are in the document.
/// </summary>
/// <param name="positions">The positions of the document.</param>
/// <param name="growth">The number of values that overlays may add.</param>
internal sealed class OverlayMerger(PositionEditor positions, WorkBudget growth)
{
    private (string Target, string Old, string Added) _incompatible;
    private int _incompatibleCount;
    private string _tooDeep = "";
    private int _tooDeepCount;
    private bool _hasReplacedDocument;

    /// <summary>Merges a value into the value of a target.</summary>
    /// <param name="target">The target.</param>
    /// <param name="index">The position of the target; -1 where it is not known.</param>
    /// <param name="value">The value.</param>
    /// <param name="place">The positions of the value.</param>
    public void Merge(JsonPathNode target, int index, JsonNode? value, PositionedValue place)
    {
        Spot spot = new(target.Parent?.Value, target.Name, target.Index, GetDepth(target), index, target);
        if (target.Value is JsonArray list && value is not (null or JsonArray))
            Append(list, value, place, spot);
        else
            Merge(target.Value, spot, value, place);
    }

    /// <summary>Returns the problems of the merges, at most one of each kind.</summary>
    /// <param name="pointer">The part of the action in the overlay.</param>
    public IEnumerable<Finding> GetProblems(string pointer)
    {
        if (_incompatibleCount > 0)
        {
            (string target, string old, string added) = _incompatible;
            yield return OverlayFindings.IncompatibleValue(pointer, target, old, added, _incompatibleCount);
        }

        if (_tooDeepCount > 0)
            yield return OverlayFindings.NestedTooDeeply(pointer, _tooDeep, TextParser.MaximumDepth, _tooDeepCount);
        if (_hasReplacedDocument)
            yield return OverlayFindings.RemovedDocument(pointer);
    }

    private void Merge(JsonNode? old, Spot spot, JsonNode? value, PositionedValue place)
    {
        switch (old, value)
        {
            case (JsonObject members, JsonObject added):
                MergeMembers(members, spot, added, place);
                break;
            case (JsonArray list, JsonArray added):
                PositionedValue element = place.GetFirstChild();
                foreach (JsonNode? item in added)
                {
                    Append(list, item, element, spot);
                    element = element.GetNext();
                }

                break;
            case (JsonObject or JsonArray, null):
                // An empty key of YAML, as in the examples of the specification, changes nothing.
                break;
            case (null, _):
            case (JsonValue, null or JsonValue):
                Replace(spot, value, place);
                break;
            default:
                if (_incompatibleCount++ == 0)
                    _incompatible = (spot.GetPointer(), GetKind(old), GetKind(value));
                break;
        }
    }

    private void MergeMembers(JsonObject members, Spot spot, JsonObject added, PositionedValue place)
    {
        foreach (KeyValuePair<string, JsonNode?> member in added)
        {
            PositionedValue below = place.GetChild(member.Key);
            if (members.TryGetPropertyValue(member.Key, out JsonNode? old))
            {
                int position = positions.FindMember(spot.Index, member.Key);
                Merge(old, spot.GetMember(members, member.Key, position), member.Value, below);
            }
            else if (CanAdd(member.Value, spot.GetMember(members, member.Key, -1)))
            {
                members.Add(member.Key, member.Value?.DeepClone());
                positions.Add(spot.Index, member.Key, below);
            }
        }
    }

    private void Append(JsonArray list, JsonNode? value, PositionedValue place, Spot spot)
    {
        if (!CanAdd(value, spot.GetElement(list, list.Count)))
            return;
        list.Add(value?.DeepClone());
        positions.Add(spot.Index, null, place);
    }

    private void Replace(Spot spot, JsonNode? value, PositionedValue place)
    {
        if (!CanAdd(value, spot))
            return;
        switch (spot.Container)
        {
            case JsonObject members:
                members[spot.Name!] = value?.DeepClone();
                break;
            case JsonArray list:
                list[spot.Element] = value?.DeepClone();
                break;
            default:
                _hasReplacedDocument = true;
                return;
        }

        positions.Replace(spot.Index, place);
    }

    // Later stages are recursive, so the tree may not grow deeper than the parser allows.
    private bool CanAdd(JsonNode? value, Spot spot)
    {
        int levels = Measure(value);
        if (spot.Depth + levels - 1 <= TextParser.MaximumDepth)
            return true;
        if (_tooDeepCount++ == 0)
            _tooDeep = spot.GetPointer();
        return false;
    }

    // The levels of objects and lists, and the values for the limit.
    private int Measure(JsonNode? value)
    {
        growth.Spend();
        int below = 0;
        switch (value)
        {
            case JsonObject members:
                foreach (KeyValuePair<string, JsonNode?> member in members)
                    below = Math.Max(below, Measure(member.Value));
                return below + 1;
            case JsonArray list:
                foreach (JsonNode? item in list)
                    below = Math.Max(below, Measure(item));
                return below + 1;
            default:
                return 0;
        }
    }

    private static int GetDepth(JsonPathNode node)
    {
        int depth = 1;
        for (JsonPathNode? at = node.Parent; at is not null; at = at.Parent)
            depth++;
        return depth;
    }

    private static string GetKind(JsonNode? value) =>
        value?.GetValueKind() switch
        {
            JsonValueKind.Object => "an object",
            JsonValueKind.Array => "a list",
            JsonValueKind.String => "a string",
            JsonValueKind.Number => "a number",
            JsonValueKind.True or JsonValueKind.False => "a boolean",
            _ => "null",
        };

    /// <summary>A place in the document: the object or list that has it, its depth and its position.</summary>
    private sealed class Spot(
        JsonNode? container,
        string? name,
        int element,
        int depth,
        int index,
        JsonPathNode? target,
        Spot? parent = null
    )
    {
        public JsonNode? Container { get; } = container;

        public string? Name { get; } = name;

        public int Element { get; } = element;

        public int Depth { get; } = depth;

        public int Index { get; } = index;

        public Spot GetMember(JsonObject members, string member, int position) => new(members, member, -1, Depth + 1, position, null, this);

        public Spot GetElement(JsonArray list, int position) => new(list, null, position, Depth + 1, -1, null, this);

        public string GetPointer() =>
            target is not null ? target.GetPointer()
            : Name is not null ? JsonPointer.Append(parent!.GetPointer(), Name)
            : JsonPointer.Append(parent!.GetPointer(), Element);
    }
}
