using System.Globalization;
using System.Text;
using System.Text.Json;
using CfGen.CodeGen;

namespace CfGen.Serialization;

/// <summary>Prints JSON for people: without the values of members whose names say that they are secret, and with bounded texts.</summary>
internal static class JsonText
{
    public const string Hidden = "***";

    /// <summary>The greatest number of items of a list or map.</summary>
    public const int MaxItems = 10;

    /// <summary>The greatest depth of a value.</summary>
    public const int MaxDepth = 6;

    /// <summary>The size of the JSON after which only scalar members of open objects are written.</summary>
    public const int MaxBytes = 8192;

    /// <summary>The greatest number of characters of a value that is written.</summary>
    public const int MaxWrittenLength = 1024;

    private const int MaxLength = 200;
    private const int MaxTotalLength = 4000;
    private const string Omission = "…";

    // No text of JSON begins with it unescaped, and JSON of servers is not written with it.
    private const char Mark = '\u0001';

    /// <summary>The name of the property that stands for those that are not printed.</summary>
    public const string OmittedName = "…";

    /// <summary>The name of a property whose value is hidden.</summary>
    public static string MarkHidden(string name) => Mark + name;

    /// <summary>The text that stands for items that are not printed.</summary>
    public static string MarkOmitted(int count) => Mark + Omission + " " + count.ToString(CultureInfo.InvariantCulture) + " more";

    /// <summary>The text that stands for a value that is not printed.</summary>
    public static string MarkOmitted() => Mark + Omission;

    /// <summary>Cuts a text for people, on one line.</summary>
    public static string Shorten(string text) => Escape(text.Length <= MaxLength ? text : Cut(text, MaxLength) + Omission);

    /// <summary>Cuts a text; a surrogate pair stays whole.</summary>
    public static string Cut(string text, int length) =>
        text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];

    /// <summary>Prints what is between the outer braces or brackets of a value, which may end anywhere.</summary>
    /// <returns>False if there is nothing.</returns>
    public static bool PrintMembers(StringBuilder text, ReadOnlySpan<byte> json)
    {
        int start = text.Length;
        var reader = new Utf8JsonReader(json, isFinalBlock: false, new JsonReaderState(new JsonReaderOptions { MaxDepth = 1000 }));
        reader.Read();
        int hiddenDepth = int.MaxValue;
        bool isFirst = true;
        string name = "";
        while (reader.Read())
        {
            JsonTokenType token = reader.TokenType;
            bool isEnd = token is JsonTokenType.EndObject or JsonTokenType.EndArray;
            if (isEnd && reader.CurrentDepth == 0)
                break;
            if (reader.CurrentDepth > hiddenDepth || (isEnd && reader.CurrentDepth == hiddenDepth))
            {
                if (isEnd && reader.CurrentDepth == hiddenDepth)
                    hiddenDepth = int.MaxValue;
                continue;
            }

            if (text.Length - start > MaxTotalLength)
            {
                text.Append(", …");
                return true;
            }

            if (!isEnd && !isFirst)
                text.Append(", ");
            isFirst = token is JsonTokenType.PropertyName or JsonTokenType.StartObject or JsonTokenType.StartArray;
            if (token == JsonTokenType.PropertyName)
            {
                name = reader.GetString()!;
                text.Append('"').Append(Shorten(name.TrimStart(Mark))).Append("\": ");
                continue;
            }

            if (name.Length > 0 && IsHidden(name, token))
            {
                text.Append(Hidden);
                if (isFirst)
                    hiddenDepth = reader.CurrentDepth;
                isFirst = false;
            }
            else
            {
                AppendValue(text, ref reader);
            }

            name = "";
        }

        return text.Length > start;
    }

    private static bool IsHidden(string name, JsonTokenType token) =>
        token switch
        {
            JsonTokenType.Null => false,
            _ when name[0] == Mark => true,
            JsonTokenType.True or JsonTokenType.False => false,
            JsonTokenType.Number => SecretMemberNames.IsSecretNumber(name),
            _ => SecretMemberNames.IsSecret(name),
        };

    private static void AppendValue(StringBuilder text, ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String when reader.GetString() is { } value:
                if (value.StartsWith(Mark))
                    text.Append(Escape(value[1..])); // a server may write the mark, too
                else
                    text.Append('"').Append(Shorten(value)).Append('"');
                break;
            default:
                text.Append(Encoding.UTF8.GetString(reader.ValueSpan));
                break;
        }
    }

    // Line breaks could forge a line of a log.
    private static string Escape(string value)
    {
        StringBuilder? result = null;
        for (int i = 0; i < value.Length; i++)
        {
            char c = value[i];
            string? escaped = c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                _ when char.IsControl(c) || c is '\u2028' or '\u2029' => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => null,
            };
            if (escaped is not null)
                (result ??= new StringBuilder().Append(value, 0, i)).Append(escaped);
            else
                result?.Append(c);
        }

        return result?.ToString() ?? value;
    }
}
