using CfGen.Generator.Model;
using CfGen.Generator.Schemas;
using Microsoft.OpenApi;

namespace CfGen.Generator.Binding.Bodies;

/// <summary>Finds the bodies of which the document only states that they are JSON: without a schema, or any value, or any object.</summary>
internal static class FreeFormBody
{
    public static bool IsFreeForm(MediaContent content, SchemaResolver schemas) =>
        content.Kind == ContentKind.Json && (content.Resolved is not { } schema || (IsAnyObject(schema, schemas) && !HasMinimum(content)));

    private static bool IsAnyObject(ResolvedSchema schema, SchemaResolver schemas) =>
        IsAnyValue(schema)
        && (
            schema.AdditionalProperties is not { } values
            || (schemas.Resolve(values) is { Types: null, AdditionalProperties: null } any && IsAnyValue(any))
        );

    private static bool IsAnyValue(ResolvedSchema schema) =>
        (schema.Types is null or JsonSchemaType.Object)
        && schema.Properties.Count == 0
        && schema.Required.Count == 0
        && schema.Unions.Count == 0
        && schema.PatternProperties.Count == 0
        && schema.Positions.Count == 0
        && schema.Items is null
        && schema.Enum is null
        && schema.PropertyNames is null
        && schema.Format is null;

    // An empty object would break the rule.
    private static bool HasMinimum(MediaContent content) => content.Schema?.Schemas.Any(s => s.Target.Schema.MinProperties > 0) is true;
}
