using System.Text.Json.Nodes;

namespace CfGen.Generator.Documents.References;

/// <summary>
/// A reference of a schema inside a schema to a component. If the component is broken, any JSON is accepted in its place.
/// </summary>
/// <param name="Owner">The element that has the reference.</param>
/// <param name="Holder">The object with the <c>$ref</c>.</param>
/// <param name="Target">The component.</param>
/// <param name="Pointer">The pointer of the reference as messages show it.</param>
internal sealed record NestedReference(ReferencedElement Owner, JsonObject Holder, ReferencedElement Target, string Pointer);
