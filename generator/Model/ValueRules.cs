namespace CfGen.Generator.Model;

/// <summary>The rules that a value is checked against before it is sent. Null means no rule.</summary>
internal sealed record ValueRules(
    StringFormat Format = StringFormat.None,
    int? MinLength = null,
    int? MaxLength = null,
    string? Pattern = null,
    decimal? Minimum = null,
    decimal? Maximum = null,
    decimal? ExclusiveMinimum = null,
    decimal? ExclusiveMaximum = null,
    decimal? MultipleOf = null,
    int? MinItems = null,
    int? MaxItems = null,
    bool UniqueItems = false
)
{
    /// <summary>The pattern in the syntax of .NET; null where it is not translated.</summary>
    public string? Expression { get; init; }

    public static ValueRules None { get; } = new();
}

/// <summary>The keywords that limit values. The runtime's checks have a parameter of the name of each.</summary>
internal static class ValueKeywords
{
    public const string MinLength = "minLength";
    public const string MaxLength = "maxLength";
    public const string Pattern = "pattern";
    public const string Minimum = "minimum";
    public const string Maximum = "maximum";
    public const string ExclusiveMinimum = "exclusiveMinimum";
    public const string ExclusiveMaximum = "exclusiveMaximum";
    public const string MultipleOf = "multipleOf";
    public const string MinItems = "minItems";
    public const string MaxItems = "maxItems";
    public const string UniqueItems = "uniqueItems";

    public static IReadOnlyList<string> All { get; } =
    [MinLength, MaxLength, Pattern, Minimum, Maximum, ExclusiveMinimum, ExclusiveMaximum, MultipleOf, MinItems, MaxItems, UniqueItems];
}
