namespace CfGen.Generator.Naming;

/// <summary>The names of the members of an open enum.</summary>
internal static class EnumMemberNames
{
    // Values that are operators have the names that .NET has for them, and single characters their own.
    private static readonly Dictionary<string, string> s_symbols = new(StringComparer.Ordinal)
    {
        [""] = "Empty",
        [" "] = "Space",
        ["="] = "Equal",
        ["=="] = "Equal",
        ["!="] = "NotEqual",
        ["<>"] = "NotEqual",
        [">"] = "GreaterThan",
        ["<"] = "LessThan",
        [">="] = "GreaterThanOrEqual",
        ["<="] = "LessThanOrEqual",
        ["~"] = "Tilde",
        ["!~"] = "NotTilde",
        ["~="] = "TildeEqual",
        ["=~"] = "EqualTilde",
        ["&&"] = "And",
        ["||"] = "Or",
        ["*"] = "Any",
        ["/"] = "Slash",
        ["\\"] = "Backslash",
        ["\""] = "Quote",
        ["'"] = "Apostrophe",
        ["."] = "Dot",
        [","] = "Comma",
        [":"] = "Colon",
        [";"] = "Semicolon",
        ["?"] = "QuestionMark",
        ["+"] = "Plus",
        ["-"] = "Minus",
        ["_"] = "Underscore",
    };

    /// <summary>Assigns each value a name of its own. Of values with one name, the one that is a name keeps it.</summary>
    /// <param name="typeName">The name of the enum, which no member can have.</param>
    /// <param name="values">The values, or the names that the document gives them.</param>
    public static Dictionary<string, string> Assign(string typeName, IEnumerable<string> values)
    {
        Dictionary<string, string> names = new(StringComparer.Ordinal);
        NameScope scope = new(reserved: [.. ReservedNames.EnumMembers, typeName]);
        foreach (string value in values.Distinct(StringComparer.Ordinal).OrderBy(GetRank).ThenBy(v => v, StringComparer.Ordinal))
        {
            string name = ToName(value);
            // ASC beside asc is ASC rather than AscValue.
            names[value] =
                !scope.IsAvailable(name) && IsUpperCaseName(value)
                    ? scope.Reserve(value, name + "Value")
                    : scope.Reserve(name, name + "Value");
        }

        return names;
    }

    private static string ToName(string value) =>
        s_symbols.TryGetValue(value, out string? symbol) ? symbol
        : IsOrder(value) ? Identifiers.ToMemberName(value.Substring(1)) + (value[0] == '-' ? "Descending" : "Ascending")
        : Identifiers.ToMemberName(value);

    /// <summary>True for the values of a sort order, such as <c>-created_at</c>.</summary>
    private static bool IsOrder(string value) => value.Length > 1 && value[0] is '-' or '+' && char.IsLetter(value[1]);

    // A plain name comes before what only becomes the same name: Name for "name", not for "name!".
    private static int GetRank(string value) =>
        value == ToName(value) ? 0
        : IsName(value) && !IsUpperCaseName(value) ? 1
        : IsName(value) ? 2
        : 3;

    private static bool IsName(string value) =>
        value.Length > 0 && char.IsLetter(value[0]) && value.All(c => char.IsLetterOrDigit(c) || c == '_');

    private static bool IsUpperCaseName(string value) => IsName(value) && value.All(c => !char.IsLower(c));
}
