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
