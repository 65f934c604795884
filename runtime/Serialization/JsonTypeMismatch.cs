using System.Text.Json;

namespace CfGen.Serialization;

/// <summary>Describes a JSON value that has another type than the document says. The value itself is never quoted.</summary>
internal static class JsonTypeMismatch
{
    /// <param name="expected">The expected type with its article, such as "a 32-bit integer".</param>
    /// <param name="token">The first token of the value.</param>
    public static string Describe(string expected, JsonTokenType token)
    {
        string found = token switch
        {
            JsonTokenType.StartObject => "an object",
            JsonTokenType.StartArray => "an array",
            // A string can still be no date, and a number no integer: the JSON type alone would not say what is wrong.
            JsonTokenType.String when IsTextual(expected) => "a string in another format",
            JsonTokenType.String => "a string",
            JsonTokenType.Number when IsNumeric(expected) => "a number of another type",
            JsonTokenType.Number => "a number",
            JsonTokenType.True or JsonTokenType.False => "a boolean",
            JsonTokenType.Null => "null",
            _ => "the end of the JSON",
        };
        return $"expected {expected}, but found {found}";
    }

    private static bool IsTextual(string expected) => expected is not ("an object" or "an array" or "a boolean") && !IsNumeric(expected);

    private static bool IsNumeric(string expected) =>
        expected.EndsWith("number", StringComparison.Ordinal) || expected.EndsWith("integer", StringComparison.Ordinal);
}
