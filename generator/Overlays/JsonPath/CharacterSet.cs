using System.Globalization;

namespace CfGen.Generator.Overlays.JsonPath;

/// <summary>The characters that one place of a pattern accepts: ranges and Unicode categories, or all others.</summary>
internal sealed class CharacterSet
{
    private readonly List<(int First, int Last)> _ranges = [];
    private readonly List<(string Category, bool IsNegated)> _categories = [];

    /// <summary>True if the set accepts what it does not list.</summary>
    public bool IsNegated { get; init; }

    /// <summary>Creates the set of one character.</summary>
    public static CharacterSet Create(int character)
    {
        CharacterSet set = new();
        set.AddRange(character, character);
        return set;
    }

    /// <summary>Creates the set of <c>.</c>: all characters except line breaks.</summary>
    public static CharacterSet CreateAny()
    {
        CharacterSet set = new() { IsNegated = true };
        set.AddRange('\n', '\n');
        set.AddRange('\r', '\r');
        return set;
    }

    /// <summary>Adds the characters from the first to the last.</summary>
    public void AddRange(int first, int last) => _ranges.Add((first, last));

    /// <summary>Adds the characters of a Unicode category, such as <c>L</c> or <c>Lu</c>, or all others.</summary>
    public void AddCategory(string category, bool isNegated) => _categories.Add((category, isNegated));

    /// <summary>True for a character that the set accepts.</summary>
    public bool Contains(int character)
    {
        foreach ((int first, int last) in _ranges)
        {
            if (character >= first && character <= last)
                return !IsNegated;
        }

        foreach ((string category, bool isNegated) in _categories)
        {
            if (GetCategory(character).StartsWith(category, StringComparison.Ordinal) != isNegated)
                return !IsNegated;
        }

        return IsNegated;
    }

    private static string GetCategory(int character)
    {
        UnicodeCategory category =
            character < 0x10000
                ? CharUnicodeInfo.GetUnicodeCategory((char)character)
                : CharUnicodeInfo.GetUnicodeCategory(char.ConvertFromUtf32(character), 0);
        return PatternCategories.GetName(category);
    }
}
