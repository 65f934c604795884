using System.Globalization;

namespace CfGen.Generator.Parsing;

/// <summary>Numbers as text, the same in every culture.</summary>
internal static class NumberFormat
{
    public static string ToInvariantString(int value) => value.ToString(CultureInfo.InvariantCulture);
}
