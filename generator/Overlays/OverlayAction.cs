using System.Text.Json.Nodes;
using CfGen.Generator.Overlays.JsonPath;

namespace CfGen.Generator.Overlays;

/// <summary>An action of an overlay that can be applied.</summary>
/// <param name="Pointer">The place of the action in the overlay.</param>
/// <param name="Target">The query for the values to change.</param>
internal sealed record OverlayAction(string Pointer, JsonPathQuery Target)
{
    /// <summary>True if the targets are removed. The action has no other effect then.</summary>
    public bool IsRemove { get; init; }

    /// <summary>True if the action has an <c>update</c>, which can be null.</summary>
    public bool HasUpdate { get; init; }

    /// <summary>The value to merge into the targets.</summary>
    public JsonNode? Update { get; init; }

    /// <summary>The query for the one value to merge into the targets; null where there is none.</summary>
    public JsonPathQuery? Copy { get; init; }
}
