using System.Globalization;
using System.Text;
using System.Text.Json;
using CfGen.CodeGen;
using CfGen.Serialization;

namespace CfGen.Pipeline.Parameters;

/// <summary>
/// Writes objects and lists to URLs, headers and forms by the rules of their style. A value is written as JSON first, by the same code as
/// in a body, so that a date or a number has the same text everywhere. Null is not sent.
/// </summary>
internal static class StyleWriter
{
    private static readonly JsonDocumentOptions s_deepDocument = new() { MaxDepth = 1000 };

    /// <summary>Parses the JSON of a value; null if the value is null.</summary>
    public static JsonDocument? ToJsonDocument<T, TCodec>(T? value, JsonSerializerOptions? serializerOptions)
        where TCodec : struct, IValueCodec<T>
    {
        if (value is null)
            return null;
        JsonDocument json = JsonDocument.Parse(JsonBodySerializer.Serialize<T, TCodec>(value, serializerOptions), s_deepDocument);
        if (json.RootElement.ValueKind != JsonValueKind.Null)
            return json;
        json.Dispose();
        return null;
    }

    /// <summary>Parses the JSON of the value of a part of a form; null if the value is null.</summary>
    public static JsonDocument? ToPartDocument<T, TCodec>(string name, T? value, JsonSerializerOptions? serializerOptions)
        where TCodec : struct, IValueCodec<T>
    {
        try
        {
            return ToJsonDocument<T, TCodec>(value, serializerOptions);
        }
        catch (UnsetEnumException e)
        {
            throw e.InPart(name);
        }
    }

    /// <summary>Gets the text of a string, or the JSON of any other value.</summary>
    public static string FormatValue(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();

    public static byte[] ToUtf8(JsonElement value) => Encoding.UTF8.GetBytes(value.GetRawText());

    /// <summary>Appends a value to a query, or to a form, which has the syntax of one.</summary>
    public static void AppendToQuery(ref UrlBuilder url, ParameterStyle style, bool explode, string name, JsonElement value)
    {
        ParameterStyleRules rules = ParameterStyleRules.Get(style);
        foreach (StyledPart part in Expand(rules, explode, name, value))
            AppendPart(ref url, rules, part.Name ?? name, part.Items);
    }

    /// <summary>Appends a list of texts to a query.</summary>
    public static void AppendToQuery(ref UrlBuilder url, ParameterStyle style, bool explode, string name, string[] items)
    {
        ParameterStyleRules rules = ParameterStyleRules.Get(style);
        if (!explode && !rules.UsesBrackets)
        {
            AppendPart(ref url, rules, name, items);
            return;
        }

        for (int i = 0; i < items.Length; i++)
            url.AppendParameter(rules.UsesBrackets ? FormatIndex(name, i) : name, items[i]);
    }

    /// <summary>
    /// Appends a field to a form, in which an object is JSON and a list repeats its name unless the document sets a style.
    /// </summary>
    public static void AppendToForm(ref UrlBuilder pairs, ParameterStyle style, bool explode, string name, JsonElement value)
    {
        if (style == ParameterStyle.Json && value.ValueKind != JsonValueKind.Object)
            AppendToQuery(ref pairs, ParameterStyle.Form, explode: true, name, value);
        else
            AppendToQuery(ref pairs, style, explode, name, value);
    }

    /// <summary>Adds a value to a form of parts, where nothing is encoded.</summary>
    public static void WriteFields(ParameterStyle style, bool explode, string name, JsonElement value, Action<string, string> add)
    {
        ParameterStyleRules rules = ParameterStyleRules.Get(style);
        foreach (StyledPart part in Expand(rules, explode, name, value))
            add(part.Name ?? name, string.Join(rules.PlainDelimiter, part.Items));
    }

    /// <summary>Formats a value for a path, each name and item encoded.</summary>
    public static string FormatEncoded(ParameterStyle style, bool explode, string name, JsonElement value)
    {
        ParameterStyleRules rules = ParameterStyleRules.Get(style);
        return Format(rules, explode, name, value, Uri.EscapeDataString, rules.Delimiter);
    }

    /// <summary>Formats a value as one text in which nothing is encoded.</summary>
    public static string Format(ParameterStyle style, bool explode, string name, JsonElement value)
    {
        ParameterStyleRules rules = ParameterStyleRules.Get(style);
        return Format(rules, explode, name, value, static text => text, rules.PlainDelimiter);
    }

    private static string Format(
        ParameterStyleRules rules,
        bool explode,
        string name,
        JsonElement value,
        Func<string, string> encode,
        string delimiter
    )
    {
        IEnumerable<string> parts = Expand(rules, explode, name, value)
            .Select(part =>
            {
                string items = string.Join(delimiter, part.Items.Select(encode));
                return part.Name is null ? items : $"{encode(part.Name)}={items}";
            });
        return rules.Prefix + string.Join(rules.Separator, parts);
    }

    /// <summary>Gets the items of a list, or the names and values of an object in turn, or the one text of a scalar.</summary>
    public static List<string> GetItems(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Object => [.. GetProperties(value).SelectMany(p => (string[])[p.Name, FormatValue(p.Value)])],
            JsonValueKind.Array => [.. value.EnumerateArray().Where(i => i.ValueKind != JsonValueKind.Null).Select(FormatValue)],
            _ => [FormatValue(value)],
        };

    private static void AppendPart(ref UrlBuilder url, ParameterStyleRules rules, string name, IReadOnlyList<string> items)
    {
        if (items.Count == 0)
            return;
        url.AppendParameter(name);
        for (int i = 0; i < items.Count; i++)
        {
            if (i > 0)
                url.Append(rules.Delimiter);
            url.AppendQueryValue(items[i]);
        }
    }

    /// <summary>Splits a value into the parts that its style sends.</summary>
    private static IEnumerable<StyledPart> Expand(ParameterStyleRules rules, bool explode, string name, JsonElement value)
    {
        string? partName = rules.IsNamed ? name : null;
        if (rules.UsesBrackets)
            return ExpandBrackets(name, value);
        if (value.ValueKind == JsonValueKind.Null)
            return [];
        if (rules.IsJson)
            return [new StyledPart(null, [value.GetRawText()])];
        if (explode && value.ValueKind == JsonValueKind.Object)
            return GetProperties(value).SelectMany(p => ExpandProperty(rules, p));
        if (explode && value.ValueKind == JsonValueKind.Array)
            return GetItems(value).Select(item => new StyledPart(partName, [item]));
        return [new StyledPart(partName, GetItems(value))];
    }

    /// <summary>Makes a part <c>name[property]</c> of every scalar, at any depth; the items of lists are numbered.</summary>
    private static IEnumerable<StyledPart> ExpandBrackets(string name, JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Null => [],
            JsonValueKind.Object => value.EnumerateObject().SelectMany(p => ExpandBrackets($"{name}[{p.Name}]", p.Value)),
            JsonValueKind.Array => value.EnumerateArray().SelectMany((item, i) => ExpandBrackets(FormatIndex(name, i), item)),
            _ => [new StyledPart(name, [FormatValue(value)])],
        };

    private static IEnumerable<StyledPart> ExpandProperty(ParameterStyleRules rules, JsonProperty property) =>
        rules.RepeatsNestedLists && property.Value.ValueKind == JsonValueKind.Array
            ? GetItems(property.Value).Select(item => new StyledPart(property.Name, [item]))
            : [new StyledPart(property.Name, [FormatValue(property.Value)])];

    private static string FormatIndex(string name, int index) => string.Create(CultureInfo.InvariantCulture, $"{name}[{index}]");

    private static IEnumerable<JsonProperty> GetProperties(JsonElement value) =>
        value.EnumerateObject().Where(p => p.Value.ValueKind != JsonValueKind.Null);

    /// <param name="Name">The name before the equals sign; null if the part has none.</param>
    /// <param name="Items">The texts of the part.</param>
    private sealed record StyledPart(string? Name, IReadOnlyList<string> Items);
}
