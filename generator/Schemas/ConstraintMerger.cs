using System.Globalization;
using CfGen.Generator.Model;
using Microsoft.OpenApi;

namespace CfGen.Generator.Schemas;

/// <summary>Intersects the constraints of schemas that hold for the same value. A new validation keyword is one line here.</summary>
internal static class ConstraintMerger
{
    /// <summary>Returns true if the schema has no keyword that limits its values.</summary>
    public static bool IsUnconstrained(IOpenApiSchema schema) => Merge(ValueRules.None, schema) == ValueRules.None;

    public static ValueRules Merge(ValueRules constraints, IOpenApiSchema schema) =>
        constraints with
        {
            MinLength = Max(constraints.MinLength, schema.MinLength),
            MaxLength = Min(constraints.MaxLength, schema.MaxLength),
            // Of two patterns the later, narrower one is checked.
            Pattern = schema.Pattern ?? constraints.Pattern,
            Minimum = Max(constraints.Minimum, ParseNumber(schema.Minimum)),
            Maximum = Min(constraints.Maximum, ParseNumber(schema.Maximum)),
            ExclusiveMinimum = Max(constraints.ExclusiveMinimum, ParseNumber(schema.ExclusiveMinimum)),
            ExclusiveMaximum = Min(constraints.ExclusiveMaximum, ParseNumber(schema.ExclusiveMaximum)),
            MultipleOf = schema.MultipleOf is > 0 ? schema.MultipleOf : constraints.MultipleOf,
            MinItems = Max(constraints.MinItems, schema.MinItems),
            MaxItems = Min(constraints.MaxItems, schema.MaxItems),
            UniqueItems = constraints.UniqueItems || schema.UniqueItems == true,
        };

    private static int? Max(int? a, int? b) =>
        a is null ? b
        : b is null ? a
        : Math.Max(a.Value, b.Value);

    private static int? Min(int? a, int? b) =>
        a is null ? b
        : b is null ? a
        : Math.Min(a.Value, b.Value);

    private static decimal? Max(decimal? a, decimal? b) =>
        a is null ? b
        : b is null ? a
        : Math.Max(a.Value, b.Value);

    private static decimal? Min(decimal? a, decimal? b) =>
        a is null ? b
        : b is null ? a
        : Math.Min(a.Value, b.Value);

    private static decimal? ParseNumber(string? text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal value) ? value : null;
}
