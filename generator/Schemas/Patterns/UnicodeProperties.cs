namespace CfGen.Generator.Schemas.Patterns;

/// <summary>Finds the counterparts of ECMAScript's <c>\p{...}</c>.</summary>
internal static class UnicodeProperties
{
    private static readonly Dictionary<string, string> s_categories = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Letter"] = "L",
        ["Lowercase_Letter"] = "Ll",
        ["Uppercase_Letter"] = "Lu",
        ["Titlecase_Letter"] = "Lt",
        ["Modifier_Letter"] = "Lm",
        ["Other_Letter"] = "Lo",
        ["Mark"] = "M",
        ["Nonspacing_Mark"] = "Mn",
        ["Spacing_Mark"] = "Mc",
        ["Enclosing_Mark"] = "Me",
        ["Number"] = "N",
        ["Decimal_Number"] = "Nd",
        ["Letter_Number"] = "Nl",
        ["Other_Number"] = "No",
        ["Punctuation"] = "P",
        ["Connector_Punctuation"] = "Pc",
        ["Dash_Punctuation"] = "Pd",
        ["Open_Punctuation"] = "Ps",
        ["Close_Punctuation"] = "Pe",
        ["Initial_Punctuation"] = "Pi",
        ["Final_Punctuation"] = "Pf",
        ["Other_Punctuation"] = "Po",
        ["Symbol"] = "S",
        ["Math_Symbol"] = "Sm",
        ["Currency_Symbol"] = "Sc",
        ["Modifier_Symbol"] = "Sk",
        ["Other_Symbol"] = "So",
        ["Separator"] = "Z",
        ["Space_Separator"] = "Zs",
        ["Line_Separator"] = "Zl",
        ["Paragraph_Separator"] = "Zp",
        ["Other"] = "C",
        ["Control"] = "Cc",
        ["Format"] = "Cf",
        ["Private_Use"] = "Co",
        ["Unassigned"] = "Cn",
    };

    // The scripts that documents name, of Unicode 17, up to U+FFFF; the runtime shows a character beyond that as one of its script.
    private static readonly Dictionary<string, string> s_scripts = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Arabic"] =
            "0600-0604 0606-060B 060D-061A 061C-061E 0620-063F 0641-064A 0656-066F 0671-06DC 06DE-06FF 0750-077F "
            + "0870-0891 0897-08E1 08E3-08FF FB50-FD3D FD40-FDCF FDF0-FDFF FE70-FE74 FE76-FEFC",
        ["Armenian"] = "0531-0556 0559-058A 058D-058F FB13-FB17",
        ["Cyrillic"] = "0400-0484 0487-052F 1C80-1C8A 1D2B 1D78 2DE0-2DFF A640-A69F FE2E-FE2F",
        ["Devanagari"] = "0900-0950 0955-0963 0966-097F A8E0-A8FF",
        ["Georgian"] = "10A0-10C5 10C7 10CD 10D0-10FA 10FC-10FF 1C90-1CBA 1CBD-1CBF 2D00-2D25 2D27 2D2D",
        ["Greek"] =
            "0370-0373 0375-0377 037A-037D 037F 0384 0386 0388-038A 038C 038E-03A1 03A3-03E1 03F0-03FF 1D26-1D2A "
            + "1D5D-1D61 1D66-1D6A 1DBF 1F00-1F15 1F18-1F1D 1F20-1F45 1F48-1F4D 1F50-1F57 1F59 1F5B 1F5D 1F5F-1F7D "
            + "1F80-1FB4 1FB6-1FC4 1FC6-1FD3 1FD6-1FDB 1FDD-1FEF 1FF2-1FF4 1FF6-1FFE 2126 AB65",
        ["Han"] = "2E80-2E99 2E9B-2EF3 2F00-2FD5 3005 3007 3021-3029 3038-303B 3400-4DBF 4E00-9FFF F900-FA6D FA70-FAD9",
        ["Hangul"] =
            "1100-11FF 302E-302F 3131-318E 3200-321E 3260-327E A960-A97C AC00-D7A3 D7B0-D7C6 D7CB-D7FB FFA0-FFBE "
            + "FFC2-FFC7 FFCA-FFCF FFD2-FFD7 FFDA-FFDC",
        ["Hebrew"] = "0591-05C7 05D0-05EA 05EF-05F4 FB1D-FB36 FB38-FB3C FB3E FB40-FB41 FB43-FB44 FB46-FB4F",
        ["Hiragana"] = "3041-3096 309D-309F",
        ["Katakana"] = "30A1-30FA 30FD-30FF 31F0-31FF 32D0-32FE 3300-3357 FF66-FF6F FF71-FF9D",
        ["Latin"] =
            "0041-005A 0061-007A 00AA 00BA 00C0-00D6 00D8-00F6 00F8-02B8 02E0-02E4 1D00-1D25 1D2C-1D5C 1D62-1D65 "
            + "1D6B-1D77 1D79-1DBE 1E00-1EFF 2071 207F 2090-209C 212A-212B 2132 214E 2160-2188 2C60-2C7F A722-A787 "
            + "A78B-A7DC A7F1-A7FF AB30-AB5A AB5C-AB64 AB66-AB69 FB00-FB06 FF21-FF3A FF41-FF5A",
        ["Thai"] = "0E01-0E3A 0E40-0E5B",
    };

    // The codes of ISO 15924, which ECMAScript takes, too.
    private static readonly Dictionary<string, string> s_scriptCodes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Arab"] = "Arabic",
        ["Armn"] = "Armenian",
        ["Cyrl"] = "Cyrillic",
        ["Deva"] = "Devanagari",
        ["Geor"] = "Georgian",
        ["Grek"] = "Greek",
        ["Hani"] = "Han",
        ["Hang"] = "Hangul",
        ["Hebr"] = "Hebrew",
        ["Hira"] = "Hiragana",
        ["Kana"] = "Katakana",
        ["Latn"] = "Latin",
    };

    private static readonly Dictionary<string, string> s_otherRanges = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Any"] = "0000-FFFF",
        ["ASCII"] = "0000-007F",
        ["White_Space"] = "0009-000D 0020 0085 00A0 1680 2000-200A 2028-2029 202F 205F 3000",
    };

    /// <summary>Returns the characters that have a property; null where .NET has a property for them.</summary>
    public static IReadOnlyList<(int First, int Last)>? FindRanges(string property)
    {
        (string name, bool isScript) = Split(property);
        if (s_scriptCodes.TryGetValue(name, out string? script))
            name = script;
        if (s_scripts.TryGetValue(name, out string? ranges) || (!isScript && s_otherRanges.TryGetValue(name, out ranges)))
            return PatternText.ParseRanges(ranges);
        return isScript ? throw new UnsupportedPatternException($"the script '{name}' has no counterpart in .NET") : null;
    }

    /// <summary>Returns the name that .NET has for a property of ECMAScript, or the same name.</summary>
    public static string GetName(string property)
    {
        string name = Split(property).Name;
        return s_categories.TryGetValue(name, out string? category) ? category : name;
    }

    private static (string Name, bool IsScript) Split(string property)
    {
        int equals = property.IndexOf('=');
        if (equals < 0)
            return (property, false);
        string key = property.Substring(0, equals);
        return (property.Substring(equals + 1), key is not ("General_Category" or "gc"));
    }
}
