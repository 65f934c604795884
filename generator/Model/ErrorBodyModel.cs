namespace CfGen.Generator.Model;

/// <summary>The body of an error.</summary>
/// <param name="Statuses">The statuses as the document writes them: <c>404</c>, <c>4XX</c>, <c>default</c>.</param>
/// <param name="Type">The type that reads the body; null for an envelope, which a type of the runtime reads.</param>
internal sealed record ErrorBodyModel(EquatableArray<string> Statuses, TypeRef? Type);
