using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CfGen.Generator.Model;
using CfGen.Generator.Parsing;
using Microsoft.OpenApi;

namespace CfGen.Generator.Schemas;

/// <summary>The only value that a schema allows, by a const or an enum of one. It needs no type of its own.</summary>
/// <param name="Text">The text of a string, or the JSON of a number or boolean.</param>
internal sealed record ConstantValue(ScalarType Type, string Text)
{
    /// <summary>The constant of the schema; null where it allows several values, or null.</summary>
    public static ConstantValue? TryCreate(ResolvedSchema schema) => schema.IsNullable ? null : FindOnlyValue(schema);

    /// <summary>The only value of the schema beside null; null where it allows several. No alternative of a union allows more.</summary>
    public static ConstantValue? FindOnlyValue(ResolvedSchema schema)
    {
        if (
            schema is not { Enum: [JsonValue value, ..] values, NumberText: NumberText.None }
            || !values.TrueForAll(v => JsonNode.DeepEquals(v, value))
        )
            return null;
        return value.GetValueKind() switch
        {
            JsonValueKind.String when schema.Types == JsonSchemaType.String => new ConstantValue(
                new ScalarType(ScalarKind.String),
                value.ToPlainText()
            ),
            JsonValueKind.True or JsonValueKind.False when schema.Types == JsonSchemaType.Boolean => new ConstantValue(
                new ScalarType(ScalarKind.Boolean),
                value.ToPlainText()
            ),
            JsonValueKind.Number => TryCreateNumber(schema, value.ToPlainText()),
            _ => null,
        };
    }

    /// <summary>The text of a value as the constant of a type; null where the type cannot have it.</summary>
    public static string? Format(ScalarType type, string text) =>
        type.Kind switch
        {
            ScalarKind.String => text,
            ScalarKind.Boolean => bool.TryParse(text, out bool value) ? (value ? "true" : "false") : null,
            _ when type is { IsNumber: true, NumberText: NumberText.None } => FormatNumber(type.Kind, text),
            _ => null,
        };

    private static ConstantValue? TryCreateNumber(ResolvedSchema schema, string text) =>
        schema.Types is JsonSchemaType.Integer or JsonSchemaType.Number
        && ScalarFormats.TryResolve(schema) is { IsNumber: true } type
        && FormatNumber(type.Kind, text) is { } number
            ? new ConstantValue(type, number)
            : null;

    private static string? FormatNumber(ScalarKind kind, string text)
    {
        if (!decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number))
            return null;
        bool fits = kind switch
        {
            ScalarKind.Int32 => number == decimal.Truncate(number) && number is >= int.MinValue and <= int.MaxValue,
            ScalarKind.Int64 => number == decimal.Truncate(number) && number is > long.MinValue and <= long.MaxValue,
            ScalarKind.UInt64 => number == decimal.Truncate(number) && number is >= 0 and <= ulong.MaxValue,
            _ => true,
        };
        return fits ? number.ToString("0.############################", CultureInfo.InvariantCulture) : null;
    }
}
