using System.Text.Json;
using System.Text.Json.Nodes;

namespace CfGen.Generator.Parsing;

/// <summary>
/// Converts plain scalars by the core schema of YAML 1.2: <c>yes</c>, <c>on</c> and dates are text, <c>0o17</c> and <c>0x1F</c> are
/// integers. JSON has no infinity, so <c>.inf</c> and <c>.nan</c> are text, too. Numbers keep their digits.
/// </summary>
internal static class YamlScalarConverter
{
    public static JsonNode? ToJsonNode(string text)
    {
        switch (text)
        {
            case "" or "~" or "null" or "Null" or "NULL":
                return null;
            case "true" or "True" or "TRUE":
                return JsonValue.Create(true);
            case "false" or "False" or "FALSE":
                return JsonValue.Create(false);
        }

        // Almost all text ends here.
        if (text[0] is not ((>= '0' and <= '9') or '+' or '-' or '.'))
            return JsonValue.Create(text);
        return ToJsonNumber(text) is { } number ? ParseJsonNumber(number) : JsonValue.Create(text);
    }

    private static JsonValue? ParseJsonNumber(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return JsonValue.Create(document.RootElement.Clone());
    }

    /// <summary>Returns the number in JSON; null where the text is not a number.</summary>
    private static string? ToJsonNumber(string text)
    {
        if (text.StartsWith("0x", StringComparison.Ordinal))
            return ConvertRadix(text, 16);
        if (text.StartsWith("0o", StringComparison.Ordinal))
            return ConvertRadix(text, 8);

        int at = text[0] is '+' or '-' ? 1 : 0;
        int whole = at;
        while (at < text.Length && IsDigit(text[at]))
            at++;
        int wholeEnd = at;
        int fractionEnd = at;
        if (at < text.Length && text[at] == '.')
        {
            at++;
            while (at < text.Length && IsDigit(text[at]))
                at++;
            fractionEnd = at;
        }

        int fraction = fractionEnd - wholeEnd - 1;
        if (wholeEnd == whole && fraction <= 0)
            return null;
        int exponent = at;
        if (at < text.Length && text[at] is 'e' or 'E')
        {
            at++;
            if (at < text.Length && text[at] is '+' or '-')
                at++;
            int digits = at;
            while (at < text.Length && IsDigit(text[at]))
                at++;
            if (at == digits)
                return null;
        }

        if (at != text.Length)
            return null;

        // JSON allows no plus and no leading zeros, and requires digits on both sides of the point.
        while (whole < wholeEnd - 1 && text[whole] == '0')
            whole++;
        string sign = text[0] == '-' ? "-" : "";
        string integer = wholeEnd == whole ? "0" : text.Substring(whole, wholeEnd - whole);
        string rest = fraction switch
        {
            < 0 => "",
            0 => ".0",
            _ => text.Substring(wholeEnd, fractionEnd - wholeEnd),
        };
        return sign + integer + rest + text.Substring(exponent);
    }

    private static string? ConvertRadix(string text, int radix)
    {
        if (text.Length is < 3 or > 17)
            return null;
        ulong value = 0;
        for (int i = 2; i < text.Length; i++)
        {
            int digit = text[i] switch
            {
                >= '0' and <= '9' => text[i] - '0',
                >= 'a' and <= 'f' => text[i] - 'a' + 10,
                >= 'A' and <= 'F' => text[i] - 'A' + 10,
                _ => 99,
            };
            if (digit >= radix)
                return null;
            value = value * (ulong)radix + (ulong)digit;
        }

        return value.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    private static bool IsDigit(char c) => c is >= '0' and <= '9';
}
