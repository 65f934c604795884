using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CfGen.Generator.Overlays.JsonPath;

/// <summary>
/// Compares values as RFC 9535 wants it: numbers by value, strings by their Unicode scalar values, objects without their order.
/// </summary>
internal static class ValueComparison
{
    /// <summary>Tells equal values. Nothing is equal to nothing only.</summary>
    public static bool AreEqual(PathValue left, PathValue right, WorkBudget budget) =>
        left.Exists == right.Exists && (!left.Exists || AreEqual(left.Node, right.Node, budget));

    /// <summary>Tells equal values.</summary>
    public static bool AreEqual(JsonNode? left, JsonNode? right, WorkBudget budget)
    {
        budget.Spend();
        switch (left, right)
        {
            case (null, null):
                return true;
            case (JsonObject one, JsonObject other):
                if (one.Count != other.Count)
                    return false;
                foreach (KeyValuePair<string, JsonNode?> member in one)
                {
                    if (!other.TryGetPropertyValue(member.Key, out JsonNode? value) || !AreEqual(member.Value, value, budget))
                        return false;
                }

                return true;
            case (JsonArray one, JsonArray other):
                if (one.Count != other.Count)
                    return false;
                for (int i = 0; i < one.Count; i++)
                {
                    if (!AreEqual(one[i], other[i], budget))
                        return false;
                }

                return true;
            case (JsonValue one, JsonValue other):
                return AreEqualScalars(one, other);
            default:
                return false;
        }
    }

    /// <summary>Decides whether a value is less than another: both numbers, or both strings.</summary>
    public static bool IsLess(PathValue left, PathValue right)
    {
        if (left.Node is not JsonValue one || right.Node is not JsonValue other)
            return false;
        return (one.GetValueKind(), other.GetValueKind()) switch
        {
            (JsonValueKind.Number, JsonValueKind.Number) => CompareNumbers(one, other) < 0,
            (JsonValueKind.String, JsonValueKind.String) => CompareTexts(one.GetValue<string>(), other.GetValue<string>()) < 0,
            _ => false,
        };
    }

    private static bool AreEqualScalars(JsonValue left, JsonValue right)
    {
        JsonValueKind kind = left.GetValueKind();
        if (kind != right.GetValueKind())
            return false;
        return kind switch
        {
            JsonValueKind.Number => CompareNumbers(left, right) == 0,
            JsonValueKind.String => string.Equals(left.GetValue<string>(), right.GetValue<string>(), StringComparison.Ordinal),
            _ => true,
        };
    }

    // A decimal has the digits of every number in real documents. What is too large for it is compared as a double.
    private static int CompareNumbers(JsonValue left, JsonValue right)
    {
        string one = left.ToJsonString();
        string other = right.ToJsonString();
        if (TryGetDecimal(one, out decimal exact) && TryGetDecimal(other, out decimal otherExact))
            return exact.CompareTo(otherExact);
        return ToDouble(one).CompareTo(ToDouble(other));
    }

    // A decimal rounds a very small number to zero.
    private static bool TryGetDecimal(string text, out decimal value) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && (value != 0 || ToDouble(text) == 0);

    // .NET Framework fails at a number that is too large for a double, later versions give infinity.
    private static double ToDouble(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value
        : text[0] == '-' ? double.NegativeInfinity
        : double.PositiveInfinity;

    // UTF-16 sorts the surrogates of characters above U+FFFF before U+E000.
    private static int CompareTexts(string left, string right)
    {
        int length = Math.Min(left.Length, right.Length);
        for (int i = 0; i < length; i++)
        {
            char one = left[i];
            char other = right[i];
            if (one == other)
                continue;
            return char.IsSurrogate(one) == char.IsSurrogate(other) ? one.CompareTo(other)
                : char.IsSurrogate(one) ? 1
                : -1;
        }

        return left.Length.CompareTo(right.Length);
    }
}
