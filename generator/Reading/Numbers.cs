using System.Globalization;

namespace CfGen.Generator.Reading;

/// <summary>Numbers as text, the same in every culture.</summary>
internal static class Numbers
{
    public static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
