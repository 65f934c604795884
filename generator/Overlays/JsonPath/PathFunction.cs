using System.Text.Json;
using System.Text.Json.Nodes;

namespace CfGen.Generator.Overlays.JsonPath;

/// <summary>The type of a function's parameter or result.</summary>
internal enum PathType
{
    Value,
    Logical,
    Nodes,
}

/// <summary>A function of RFC 9535.</summary>
/// <param name="Name">The name as a query writes it.</param>
/// <param name="Result">The type of the result.</param>
/// <param name="Parameters">The types of the parameters.</param>
internal sealed record PathFunction(string Name, PathType Result, params PathType[] Parameters)
{
    public static PathFunction Length { get; } = new("length", PathType.Value, PathType.Value);

    public static PathFunction Count { get; } = new("count", PathType.Value, PathType.Nodes);

    public static PathFunction Value { get; } = new("value", PathType.Value, PathType.Nodes);

    public static PathFunction Match { get; } = new("match", PathType.Logical, PathType.Value, PathType.Value);

    public static PathFunction Search { get; } = new("search", PathType.Logical, PathType.Value, PathType.Value);

    private static readonly PathFunction[] s_all = [Length, Count, Value, Match, Search];

    /// <summary>Finds a function; null where there is none of the name.</summary>
    public static PathFunction? Find(string name) => Array.Find(s_all, f => f.Name == name);
}

/// <summary>The number of characters of a string, elements of an array or members of an object.</summary>
internal sealed class LengthExpression(ValueExpression argument) : ValueExpression
{
    public override PathValue Evaluate(FilterContext context) =>
        argument.Evaluate(context).Node switch
        {
            JsonObject members => PathValue.Create(JsonValue.Create(members.Count)),
            JsonArray list => PathValue.Create(JsonValue.Create(list.Count)),
            JsonValue value when value.GetValueKind() == JsonValueKind.String => PathValue.Create(
                JsonValue.Create(CountCharacters(value.GetValue<string>()))
            ),
            _ => default,
        };

    private static int CountCharacters(string text)
    {
        int count = text.Length;
        for (int i = 1; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text[i - 1], text[i]))
                count--;
        }

        return count;
    }
}

/// <summary>The number of values that a query selects.</summary>
internal sealed class CountExpression(JsonPathQuery query) : ValueExpression
{
    public override PathValue Evaluate(FilterContext context) =>
        PathValue.Create(JsonValue.Create(query.Select(context.Root, context.Current, context.Budget).Count));
}

/// <summary>True if a string matches a pattern: as a whole for <c>match</c>, a part of it for <c>search</c>.</summary>
internal sealed class PatternExpression(ValueExpression text, ValueExpression pattern, bool isWhole) : FilterExpression
{
    // A pattern that is a literal of the query is parsed once.
    private string? _lastPattern;
    private PatternProgram? _lastProgram;

    public override bool IsTrue(FilterContext context)
    {
        if (GetText(text.Evaluate(context)) is not { } subject || GetText(pattern.Evaluate(context)) is not { } source)
            return false;
        if (!string.Equals(source, _lastPattern, StringComparison.Ordinal))
        {
            _lastPattern = source;
            (_lastProgram, _) = PatternParser.Parse(source);
        }

        return _lastProgram is not null && _lastProgram.IsMatch(subject, isWhole, context.Budget);
    }

    private static string? GetText(PathValue value) => value.Node is JsonValue scalar && scalar.TryGetValue(out string? text) ? text : null;
}
