using System.Globalization;
using System.Text;
using System.Text.Json;
using CfGen.CodeGen;
using CfGen.Serialization;

namespace CfGen.Pipeline.Parameters;

/// <summary>
/// Objects and lists in URLs, headers and forms, by OpenAPI's styles. They are written as JSON first, by the same code as in a body,
/// so that a date or a number is the same text everywhere. Null is not sent.
/// </summary>
internal static class StyleFormatter
{
    private static readonly JsonDocumentOptions s_deepDocument = new() { MaxDepth = 1000 };

    /// <summary>The value as JSON; null where there is none.</summary>
    public static JsonDocument? ToJsonDocument<T, TCodec>(T? value)
        where TCodec : struct, IJsonCodec<T>
    {
        if (value is null)
            return null;
        JsonDocument json = JsonDocument.Parse(JsonBodySerializer.Serialize<T, TCodec>(value), s_deepDocument);
        if (json.RootElement.ValueKind != JsonValueKind.Null)
            return json;
        json.Dispose();
        return null;
    }

    /// <summary>A scalar as it is, anything else as JSON.</summary>
    public static string FormatValue(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();

    public static byte[] ToUtf8(JsonElement value) => Encoding.UTF8.GetBytes(value.GetRawText());

    /// <summary>Appends to a query, or to a form, which is written like one.</summary>
    public static void AppendToQuery(ref UrlBuilder url, string name, JsonElement value, QueryStyle style)
    {
        if (
            style is QueryStyle.FormExplode or QueryStyle.DeepObject
            || value.ValueKind is not (JsonValueKind.Array or JsonValueKind.Object)
        )
        {
            List<KeyValuePair<string, string>> pairs = [];
            WritePairs(name, value, style, (n, text) => pairs.Add(new(n, text)));
            foreach ((string part, string text) in pairs)
                url.AppendParameter(part, text);
            return;
        }

        if (style == QueryStyle.Json)
        {
            url.AppendParameter(name, FormatValue(value));
            return;
        }

        List<string> items = GetItems(value);
        if (items.Count == 0)
            return;
        url.AppendParameter(name);
        for (int i = 0; i < items.Count; i++)
        {
            if (i > 0)
                url.Append(GetDelimiter(style));
            url.AppendQueryValue(items[i]);
        }
    }

    /// <summary>Appends to a form, in which an object is JSON unless the document gives it a style.</summary>
    public static void AppendToForm(ref UrlBuilder pairs, string name, JsonElement value, QueryStyle style)
    {
        if (value.ValueKind == JsonValueKind.Object && style == QueryStyle.Json)
            pairs.AppendParameter(name, FormatValue(value));
        else
            AppendToQuery(ref pairs, name, value, style == QueryStyle.Json ? QueryStyle.FormExplode : style);
    }

    /// <summary>Between the items of a list that is one value, encoded as far as a URL has to have it.</summary>
    public static string GetDelimiter(QueryStyle style) =>
        style switch
        {
            QueryStyle.SpaceDelimited => "%20",
            QueryStyle.PipeDelimited => "%7C",
            _ => ",",
        };

    /// <summary>Names and texts of the styles that have several of them.</summary>
    public static void WritePairs(string name, JsonElement value, QueryStyle style, Action<string, string> put)
    {
        if (style == QueryStyle.DeepObject)
        {
            WriteDeepObject(name, value, put);
            return;
        }

        switch (value.ValueKind)
        {
            case JsonValueKind.Null:
                break;
            case JsonValueKind.Object when style == QueryStyle.FormExplode:
                foreach (JsonProperty property in value.EnumerateObject().Where(p => p.Value.ValueKind != JsonValueKind.Null))
                    put(
                        property.Name,
                        property.Value.ValueKind == JsonValueKind.Array
                            ? string.Join(',', GetItems(property.Value))
                            : FormatValue(property.Value)
                    );
                break;
            case JsonValueKind.Array when style == QueryStyle.FormExplode:
                foreach (string item in GetItems(value))
                    put(name, item);
                break;
            case JsonValueKind.Object or JsonValueKind.Array when style != QueryStyle.Json:
                put(name, string.Join(',', GetItems(value)));
                break;
            default:
                put(name, FormatValue(value));
                break;
        }
    }

    /// <summary>Style simple, label or matrix, each text of the value encoded by <paramref name="encode"/>.</summary>
    public static string FormatSimple(string name, JsonElement value, PathStyle style, bool explode, Func<string, string> encode)
    {
        bool several = value.ValueKind is JsonValueKind.Object or JsonValueKind.Array;
        char separator = !explode
            ? ','
            : style switch
            {
                PathStyle.Label => '.',
                PathStyle.Matrix => ';',
                _ => ',',
            };
        // Exploded, each item of a matrix has a name of its own.
        string head = style switch
        {
            PathStyle.Label => ".",
            PathStyle.Matrix => several && explode ? ";" : $";{name}=",
            _ => "",
        };
        IEnumerable<string> texts = value.ValueKind switch
        {
            JsonValueKind.Object when explode => GetPairs(value).Select(p => encode(p.Key) + "=" + encode(p.Value)),
            JsonValueKind.Array when explode && style == PathStyle.Matrix => GetItems(value).Select(i => name + "=" + encode(i)),
            _ => GetItems(value).Select(encode),
        };
        return head + string.Join(separator, texts);
    }

    /// <summary>The texts of a list; of an object names and values in turn.</summary>
    public static List<string> GetItems(JsonElement value)
    {
        List<string> items = [];
        if (value.ValueKind == JsonValueKind.Object)
        {
            foreach ((string name, string text) in GetPairs(value))
                items.AddRange([name, text]);
        }
        else if (value.ValueKind == JsonValueKind.Array)
        {
            items.AddRange(value.EnumerateArray().Where(i => i.ValueKind != JsonValueKind.Null).Select(FormatValue));
        }
        else
        {
            items.Add(FormatValue(value));
        }

        return items;
    }

    private static IEnumerable<KeyValuePair<string, string>> GetPairs(JsonElement value) =>
        value
            .EnumerateObject()
            .Where(p => p.Value.ValueKind != JsonValueKind.Null)
            .Select(p => KeyValuePair.Create(p.Name, FormatValue(p.Value)));

    /// <summary><c>name[property]=</c> for every scalar, at any depth; lists count their items in the brackets.</summary>
    private static void WriteDeepObject(string name, JsonElement value, Action<string, string> put)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Null:
                break;
            case JsonValueKind.Object:
                foreach (JsonProperty property in value.EnumerateObject())
                    WriteDeepObject($"{name}[{property.Name}]", property.Value, put);
                break;
            case JsonValueKind.Array:
                int index = 0;
                foreach (JsonElement item in value.EnumerateArray())
                    WriteDeepObject(string.Create(CultureInfo.InvariantCulture, $"{name}[{index++}]"), item, put);
                break;
            default:
                put(name, FormatValue(value));
                break;
        }
    }
}
