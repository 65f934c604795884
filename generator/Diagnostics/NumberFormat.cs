using System.Globalization;

namespace CfGen.Generator.Diagnostics;

/// <summary>Numbers as text, the same in every culture.</summary>
internal static class NumberFormat
{
    public static string ToInvariantString(int value) => value.ToString(CultureInfo.InvariantCulture);
}
