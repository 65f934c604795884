using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CfGen.Generator.Model;
using CfGen.Generator.Parsing;
using Microsoft.OpenApi;

namespace CfGen.Generator.Schemas;

/// <summary>
/// Decides on scalars whose type the document does not say in one word: numbers that are also written as text, as ASP.NET Core and
/// pydantic describe them, and schemas of only a format or a pattern.
/// </summary>
internal static class TextTypes
{
    private const JsonSchemaType Numbers = JsonSchemaType.Number | JsonSchemaType.Integer;

    // What .NET writes for a TimeSpan, as ASP.NET Core and Swashbuckle describe it.
    private const string TimeSpanPattern = @"^-?(\d+\.)?\d{2}:\d{2}:\d{2}(\.\d{1,7})?$";

    /// <summary>Sets the type of a scalar that has none, or has a number and a string.</summary>
    public static void Infer(ResolvedSchema resolved)
    {
        if (resolved.Unions.Count > 0 || resolved.Enum is not null || resolved.Items is not null || resolved.Properties.Count > 0)
            return;
        if (resolved.Types is not { } types)
            InferType(resolved);
        else if (types == JsonSchemaType.String)
            InferTimeSpan(resolved);
        else if ((types & JsonSchemaType.String) != 0 && (types & Numbers) != 0 && (types & ~(JsonSchemaType.String | Numbers)) == 0)
            InferTextNumber(resolved, types);
    }

    /// <summary>Narrows a number or a string to the number, unless the schema says that the string may be another text.</summary>
    private static void InferTextNumber(ResolvedSchema resolved, JsonSchemaType types)
    {
        ValueRules rules = resolved.MergedConstraints;
        bool isNumber = rules.Pattern is { } pattern
            ? NumberPattern.Matches(pattern)
            : resolved.IsTypeList && rules.MinLength is null && rules.MaxLength is null;
        if (
            !isNumber
            || !(resolved.Format is null || ScalarFormats.IsNumeric(resolved.Format))
            || IsOtherText(resolved.Default)
            || IsOtherText(resolved.Example)
        )
            return;
        SetNumber(resolved, (types & JsonSchemaType.Number) != 0 ? JsonSchemaType.Number : JsonSchemaType.Integer);
        resolved.TextAlternatives = types;
    }

    private static void InferType(ResolvedSchema resolved)
    {
        string? pattern = resolved.MergedConstraints.Pattern;
        if (resolved.Format is { } format && ScalarFormats.IsNumeric(format))
        {
            if (pattern is null || NumberPattern.Matches(pattern))
                SetNumber(resolved, ScalarFormats.IsInteger(format) ? JsonSchemaType.Integer : JsonSchemaType.Number);
        }
        else if (resolved.Format is { } text && ScalarFormats.IsText(text))
        {
            resolved.Types = JsonSchemaType.String;
        }
        else if (resolved.Format is null && pattern is not null)
        {
            if (NumberPattern.IsStrict(pattern))
                SetNumber(resolved, NumberPattern.AllowsFraction(pattern) ? JsonSchemaType.Number : JsonSchemaType.Integer);
            else
                resolved.Types = JsonSchemaType.String;
            InferTimeSpan(resolved);
        }
    }

    private static void SetNumber(ResolvedSchema resolved, JsonSchemaType type)
    {
        resolved.Types = type;
        resolved.NumberText =
            resolved.Example is JsonValue value && value.GetValueKind() == JsonValueKind.String ? NumberText.Write : NumberText.Read;
        // Text is there to keep all digits of a number.
        if (type == JsonSchemaType.Number && resolved.Format is null)
            resolved.InferFormat("decimal");
        resolved.MergedConstraints = resolved.MergedConstraints with { Pattern = null, MinLength = null, MaxLength = null };
    }

    /// <summary>Recognizes the text form of a .NET TimeSpan, which is no ISO 8601 duration.</summary>
    private static void InferTimeSpan(ResolvedSchema resolved)
    {
        if (resolved.Format is null && resolved.MergedConstraints.Pattern == TimeSpanPattern)
        {
            resolved.InferFormat(ScalarFormats.TimeSpan);
            resolved.MergedConstraints = resolved.MergedConstraints with { Pattern = null };
        }
        else if (resolved.Format == "duration" && IsTimeSpanText(resolved.Example ?? resolved.Default))
        {
            resolved.InferFormat(ScalarFormats.TimeSpan);
        }
    }

    private static bool IsTimeSpanText(JsonNode? example) =>
        example.AsString() is { } text
        && text.IndexOf(':') > 0
        && System.TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out _);

    private static bool IsOtherText(JsonNode? value) =>
        value.AsString() is { } text && !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
}
