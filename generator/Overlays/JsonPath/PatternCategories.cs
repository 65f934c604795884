using System.Globalization;

namespace CfGen.Generator.Overlays.JsonPath;

/// <summary>The Unicode categories of <c>\p{…}</c>, by the names that RFC 9485 knows.</summary>
internal static class PatternCategories
{
    // In the order of UnicodeCategory. RFC 9485 has no surrogates.
    private static readonly string[] s_names =
    [
        "Lu",
        "Ll",
        "Lt",
        "Lm",
        "Lo",
        "Mn",
        "Mc",
        "Me",
        "Nd",
        "Nl",
        "No",
        "Zs",
        "Zl",
        "Zp",
        "Cc",
        "Cf",
        "Cs",
        "Co",
        "Pc",
        "Pd",
        "Ps",
        "Pe",
        "Pi",
        "Pf",
        "Po",
        "Sm",
        "Sc",
        "Sk",
        "So",
        "Cn",
    ];

    /// <summary>Returns the name of a category.</summary>
    public static string GetName(UnicodeCategory category) => s_names[(int)category];

    /// <summary>True for the name of a category, or the first letter that several of them share.</summary>
    public static bool IsKnown(string name) =>
        name == "C"
        || (name is "L" or "M" or "N" or "Z" or "P" or "S")
        || (name != "Cs" && name.Length == 2 && Array.IndexOf(s_names, name) >= 0);
}
