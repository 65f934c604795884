using System.Text.Json;

namespace CfGen.Serialization;

/// <summary>The value that the member <c>stream</c> of a body must have: it asks for the response as a stream.</summary>
/// <param name="Value">True if the response is read as a stream.</param>
/// <param name="IsSent">True to send the value where the body has none.</param>
internal readonly record struct StreamRequest(bool Value, bool IsSent)
{
    public const string Name = "stream";

    /// <summary>Gets the value as JSON, and as the text of a part.</summary>
    public string Text => Value ? "true" : "false";

    /// <summary>Gets the message about a body with the opposite value.</summary>
    public string Contradiction =>
        Value
            ? "is false, but this method reads a stream; leave it out, or call the method that reads one value"
            : "is true, but this method reads one value; leave it out, or call the method that reads a stream";

    /// <summary>Sets the member of a JSON body. A body that is no object stays as it is.</summary>
    /// <returns>The body to send; null if it has the opposite value.</returns>
    public byte[]? Apply(byte[] json)
    {
        // The body was written by the client itself, to any depth.
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = int.MaxValue });
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            return json;
        int start = (int)reader.BytesConsumed;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isFound = reader.ValueTextEquals(Name);
            reader.Read();
            if (!isFound)
            {
                reader.Skip();
                continue;
            }

            return reader.TokenType switch
            {
                JsonTokenType.True => Value ? json : null,
                JsonTokenType.False => Value ? null : json,
                JsonTokenType.Null when IsSent => Replace(json, (int)reader.TokenStartIndex, (int)reader.BytesConsumed, Text),
                _ => json,
            };
        }

        bool isEmpty = reader.TokenType == JsonTokenType.EndObject && reader.BytesConsumed == start + 1;
        return IsSent ? Replace(json, start, start, $"\"{Name}\":{Text}{(isEmpty ? "" : ",")}") : json;
    }

    private static byte[] Replace(byte[] json, int start, int end, string text)
    {
        byte[] replaced = new byte[json.Length - (end - start) + text.Length];
        json.AsSpan(0, start).CopyTo(replaced);
        System.Text.Encoding.ASCII.GetBytes(text, replaced.AsSpan(start));
        json.AsSpan(end).CopyTo(replaced.AsSpan(start + text.Length));
        return replaced;
    }
}
