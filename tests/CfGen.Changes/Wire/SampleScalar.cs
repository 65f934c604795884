using System.Globalization;
using System.Text.RegularExpressions;
using CfGen.Generator.Model;

namespace CfGen.Changes.Wire;

/// <summary>Finds texts and numbers that the rules of a schema allow.</summary>
internal static class SampleScalar
{
    private static readonly string[] s_texts =
    [
        "sample",
        "abc",
        "ab",
        "a",
        "A",
        "AB",
        "ABC",
        "1",
        "12",
        "123",
        "12345",
        "447700900000",
        "0123456789abcdef0123456789abcdef",
        "0a1b2c3d-0a1b-4c2d-8e3f-0a1b2c3d4e5f",
        "2024-05-06",
        "2024-05-06T07:08:09Z",
        "https://example.com/a",
        "ada@example.com",
        "a_b",
        "a-b",
        "EUR",
        "en-US",
        "#a1b2c3",
        "1.2",
        "1.2.3",
    ];

    private const string None = "None";

    /// <summary>Returns a text. Null where none that is known fits.</summary>
    /// <param name="number">The number of the text, where several have to differ.</param>
    public static string? FindText(ValueRules rules, int number = 0)
    {
        // The runtime has an enumeration of the same name.
        string format = rules.Format.ToString();
        string start = format switch
        {
            "Uuid" => "0a1b2c3d-0a1b-4c2d-8e3f-0a1b2c3d4e5" + (number % 10).ToString(CultureInfo.InvariantCulture),
            "DateTime" => "2024-05-06T07:08:09Z",
            "Date" => "2024-05-06",
            "Time" => "07:08:09Z",
            "Duration" => "PT1H30M",
            "Email" => "ada@example.com",
            "Uri" or "UriReference" => "https://example.com/a",
            "Ipv4" => "192.0.2.1",
            "Ipv6" => "2001:db8::1",
            "Hostname" => "host.example.com",
            "Byte" => "AQID",
            _ => number == 0 ? s_texts[0] : "sample" + number.ToString(CultureInfo.InvariantCulture),
        };
        IEnumerable<string> candidates = format == None ? s_texts.Prepend(start) : [start];
        return candidates.SelectMany(c => Stretch(c, rules)).FirstOrDefault(c => IsAllowed(c, rules));
    }

    /// <summary>Returns a number. Null where none that is tried fits.</summary>
    public static decimal? FindNumber(ValueRules rules, bool isWhole, int number = 0)
    {
        decimal step = rules.MultipleOf is > 0 and { } multiple ? multiple : 1;
        decimal? lowest = rules.Minimum ?? (rules.ExclusiveMinimum + step);
        decimal? highest = rules.Maximum ?? (rules.ExclusiveMaximum - step);
        decimal[] candidates =
        [
            3 + number,
            isWhole ? 3 : 2.5m,
            step,
            lowest ?? step,
            highest ?? step,
            Math.Ceiling((lowest ?? 0) / step) * step,
            Math.Floor((highest ?? 0) / step) * step,
            0.5m,
            0,
        ];
        return candidates.Where(c => !isWhole || c == decimal.Truncate(c)).Cast<decimal?>().FirstOrDefault(c => IsAllowed(c!.Value, rules));
    }

    private static IEnumerable<string> Stretch(string text, ValueRules rules)
    {
        yield return text;
        if (rules.MinLength is { } min && min > text.Length && min < 1000)
            yield return text.PadRight(min, 'a');
        if (rules.MaxLength is { } max && max < text.Length)
            yield return text[..max];
    }

    private static bool IsAllowed(string text, ValueRules rules) =>
        text.Length >= (rules.MinLength ?? 0)
        && text.Length <= (rules.MaxLength ?? int.MaxValue)
        && (rules.Expression is not { } pattern || Regex.IsMatch(text, pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(5)));

    private static bool IsAllowed(decimal number, ValueRules rules) =>
        !(number < rules.Minimum)
        && !(number > rules.Maximum)
        && !(number <= rules.ExclusiveMinimum)
        && !(number >= rules.ExclusiveMaximum)
        && (rules.MultipleOf is not > 0 || number % rules.MultipleOf == 0);
}
