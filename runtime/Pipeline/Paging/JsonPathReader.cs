using System.Text.Json;

namespace CfGen.Pipeline.Paging;

/// <summary>Reads values of a body by a path of property names.</summary>
internal static class JsonPathReader
{
    /// <summary>Finds start and end of a value; false if it is absent or null, as everything in an empty body is.</summary>
    public static bool TryFind(ReadOnlySpan<byte> json, string path, out int start, out int end)
    {
        start = end = 0;
        if (json.IsEmpty)
            return false;
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 1000 });
        if (!MoveTo(ref reader, path) || reader.TokenType == JsonTokenType.Null)
            return false;
        start = (int)reader.TokenStartIndex;
        reader.Skip();
        end = (int)reader.BytesConsumed;
        return true;
    }

    /// <summary>Reads the text of a string or a number; null for other values and for an empty string.</summary>
    public static string? ReadText(ReadOnlySpan<byte> json, string path)
    {
        if (!TryFind(json, path, out int start, out int end))
            return null;
        var reader = new Utf8JsonReader(json[start..end]);
        reader.Read();
        return reader.TokenType switch
        {
            JsonTokenType.String when reader.GetString() is { Length: > 0 } text => text,
            JsonTokenType.Number => System.Text.Encoding.ASCII.GetString(reader.ValueSpan),
            _ => null,
        };
    }

    /// <summary>Reads a boolean; null for other values.</summary>
    public static bool? ReadBoolean(ReadOnlySpan<byte> json, string path) =>
        TryFind(json, path, out int start, out _)
            ? json[start] switch
            {
                (byte)'t' => true,
                (byte)'f' => false,
                _ => null,
            }
            : null;

    /// <summary>
    /// Decides whether a property has a value: false for null, for false and for an empty string; null if the property is absent.
    /// </summary>
    public static bool? HasValue(ReadOnlySpan<byte> json, string path)
    {
        if (json.IsEmpty)
            return null;
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 1000 });
        if (!MoveTo(ref reader, path))
            return null;
        return reader.TokenType switch
        {
            JsonTokenType.Null or JsonTokenType.False => false,
            JsonTokenType.String => reader.ValueSpan.Length > 0,
            _ => true,
        };
    }

    /// <summary>Gets the JSON of the last item of an array; empty if it has none.</summary>
    public static ReadOnlySpan<byte> GetLastItem(ReadOnlySpan<byte> array)
    {
        var reader = new Utf8JsonReader(array, new JsonReaderOptions { MaxDepth = 1000 });
        int start = 0;
        int end = 0;
        if (!array.IsEmpty && reader.Read() && reader.TokenType == JsonTokenType.StartArray)
        {
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                start = (int)reader.TokenStartIndex;
                reader.Skip();
                end = (int)reader.BytesConsumed;
            }
        }

        return array[start..end];
    }

    /// <summary>Moves to the value of a path; false if it is absent.</summary>
    private static bool MoveTo(ref Utf8JsonReader reader, ReadOnlySpan<char> path)
    {
        if (!reader.Read())
            return false;
        while (path.Length > 0)
        {
            if (!MoveToProperty(ref reader, path, out int length))
                return false;
            path = length < path.Length ? path[(length + 1)..] : [];
        }

        return true;
    }

    /// <summary>Moves to the first property that the path begins with, and returns the length of its name.</summary>
    private static bool MoveToProperty(ref Utf8JsonReader reader, ReadOnlySpan<char> path, out int length)
    {
        length = 0;
        if (reader.TokenType != JsonTokenType.StartObject)
            return false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            length = MatchName(ref reader, path);
            reader.Read();
            if (length > 0)
                return true;
            reader.Skip();
        }

        return false;
    }

    // A name can have dots itself, as `@odata.nextLink` has.
    private static int MatchName(ref Utf8JsonReader reader, ReadOnlySpan<char> path)
    {
        int length = path.Length;
        while (length > 0 && !reader.ValueTextEquals(path[..length]))
            length = path[..length].LastIndexOf('.');
        return Math.Max(0, length);
    }
}
