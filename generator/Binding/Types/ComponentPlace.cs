using CfGen.Generator.Parsing;

namespace CfGen.Generator.Binding.Types;

/// <summary>The place of a schema in a component of the document.</summary>
/// <param name="Kind">
/// The section that the component is in: <c>schemas</c>, <c>responses</c>, <c>requestBodies</c> or <c>parameters</c>.
/// </param>
/// <param name="Id">The name of the component.</param>
/// <param name="Properties">
/// The names of the properties that lead from the component to the schema; none for the component's own schema.
/// </param>
internal sealed record ComponentPlace(string Kind, string Id, IReadOnlyList<string> Properties)
{
    public const string Schemas = "schemas";
    public const string Responses = "responses";
    public const string RequestBodies = "requestBodies";
    public const string Parameters = "parameters";

    /// <returns>Null where the schema is in no component.</returns>
    public static ComponentPlace? TryParse(string pointer)
    {
        bool isComponent = pointer.StartsWith("#/components/", StringComparison.Ordinal);
        if (!isComponent && (pointer.Length < 3 || pointer.StartsWith("#/paths/", StringComparison.Ordinal)))
            return null;
        string[] tokens = JsonPointer.Split(pointer);
        int start = isComponent ? 1 : 0;
        if (tokens.Length < start + 2)
            return null;
        string kind = tokens[start] == "definitions" ? Schemas : tokens[start];
        int index = start + 2;
        if (kind is Responses or RequestBodies or Parameters)
            index = SkipContent(tokens, index);
        else if (kind != Schemas)
            return null;
        return index >= 0 && ReadProperties(tokens, index) is { } properties
            ? new ComponentPlace(kind, tokens[start + 1], properties)
            : null;
    }

    /// <summary>True for places in the same component.</summary>
    public bool IsBeside(ComponentPlace? other) => other is not null && other.Kind == Kind && other.Id == Id;

    /// <returns>The index of the first token in the schema; negative where the place is in no schema.</returns>
    private static int SkipContent(string[] tokens, int index)
    {
        if (index + 1 < tokens.Length && tokens[index] == "content")
            index += 2;
        return index < tokens.Length && tokens[index] is "schema" or "itemSchema" ? index + 1 : -1;
    }

    private static List<string>? ReadProperties(string[] tokens, int index)
    {
        List<string> properties = [];
        while (index < tokens.Length)
        {
            switch (tokens[index])
            {
                case "properties" when index + 1 < tokens.Length:
                    properties.Add(tokens[index + 1]);
                    index += 2;
                    break;
                case "allOf" or "oneOf" or "anyOf" or "prefixItems" when index + 1 < tokens.Length:
                    index += 2;
                    break;
                case "items" or "additionalProperties":
                    index++;
                    break;
                default:
                    return null;
            }
        }

        return properties;
    }
}
