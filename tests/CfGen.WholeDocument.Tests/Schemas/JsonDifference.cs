using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CfGen.WholeDocument.Tests.Schemas;

/// <summary>
/// Finds the difference of two JSON values. Numbers are compared by value, times by instant and URLs by target; the order of members does
/// not count.
/// </summary>
internal static class JsonDifference
{
    /// <param name="absentIsNull">True if a member that is null equals a member that is absent.</param>
    /// <returns>The place and the difference, or null where there is none.</returns>
    public static string? Find(JsonNode? expected, JsonNode? actual, bool absentIsNull = false, string at = "$")
    {
        if (expected is JsonObject left && actual is JsonObject right)
            return FindInObjects(left, right, absentIsNull, at);
        if (expected is JsonArray items && actual is JsonArray others)
        {
            return items.Count != others.Count
                ? $"{at}: {items.Count} items became {others.Count}"
                : items.Select((item, i) => Find(item, others[i], absentIsNull, $"{at}[{i}]")).FirstOrDefault(d => d is not null);
        }

        return AreEqual(expected, actual) ? null : $"{at}: {Shorten(expected)} became {Shorten(actual)}";
    }

    private static string? FindInObjects(JsonObject left, JsonObject right, bool absentIsNull, string at)
    {
        foreach ((string name, JsonNode? member) in left)
        {
            if (!right.TryGetPropertyValue(name, out JsonNode? other) && !(absentIsNull && member is null))
                return $"{at}.{name}: {Shorten(member)} is lost";
            if (Find(member, other, absentIsNull, $"{at}.{name}") is { } difference)
                return difference;
        }

        foreach ((string name, JsonNode? member) in right)
        {
            if (!left.ContainsKey(name) && !(absentIsNull && member is null) && !DocumentConstants.Contains(name, member))
                return $"{at}.{name}: {Shorten(member)} came from nowhere";
        }

        return null;
    }

    private static bool AreEqual(JsonNode? expected, JsonNode? actual)
    {
        if (expected is null || actual is null)
            return expected is null && actual is null;
        JsonValueKind kind = expected.GetValueKind();
        if (kind != actual.GetValueKind())
            return false;
        return kind switch
        {
            JsonValueKind.Number => AreEqualNumbers(expected.ToJsonString(), actual.ToJsonString()),
            JsonValueKind.String => AreEqualText(expected.GetValue<string>(), actual.GetValue<string>()),
            JsonValueKind.True or JsonValueKind.False => true,
            _ => false,
        };
    }

    private static bool AreEqualNumbers(string expected, string actual) =>
        decimal.TryParse(expected, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal left)
        && decimal.TryParse(actual, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal right)
            ? left == right
            : double.Parse(expected, CultureInfo.InvariantCulture).Equals(double.Parse(actual, CultureInfo.InvariantCulture));

    public static bool AreEqualText(string expected, string actual)
    {
        if (expected == actual)
            return true;
        if (
            expected.Length > 10
            && char.IsAsciiDigit(expected[0])
            && expected[4] == '-'
            && DateTimeOffset.TryParse(expected, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset left)
            && DateTimeOffset.TryParse(actual, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset right)
        )
        {
            return left == right;
        }

        if (Guid.TryParseExact(expected, "D", out Guid id) && Guid.TryParseExact(actual, "D", out Guid other))
            return id == other;
        return expected.Contains(':', StringComparison.Ordinal)
            && IPAddress.TryParse(expected, out IPAddress? from)
            && IPAddress.TryParse(actual, out IPAddress? to)
            && from.Equals(to);
    }

    private static string Shorten(JsonNode? value)
    {
        string text = value?.ToJsonString() ?? "null";
        return text.Length <= 60 ? text : text[..60] + "...";
    }
}
