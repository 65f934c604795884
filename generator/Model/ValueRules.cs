namespace CfGen.Generator.Model;

/// <summary>What is checked of a value before it is sent. Empty strings and nulls are rules that are not there.</summary>
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
    public static ValueRules None { get; } = new();
}
