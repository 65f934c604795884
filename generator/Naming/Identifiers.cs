using System.Globalization;

namespace CfGen.Generator.Naming;

/// <summary>Converts the document's names to C# identifiers. Emission escapes keywords.</summary>
internal static class Identifiers
{
    // Longer names are legal, but useless in an editor, and metadata has its limits.
    public const int MaxLength = 120;

    // The longest name that metadata can have.
    private const int MaxNameLength = 511;

    public static string ToTypeName(string name)
    {
        string pascal = EnsureValidStart(Words.ToPascalCase(name), "Type");
        return ReservedNames.IsTypeName(pascal) ? pascal + "Model" : pascal;
    }

    public static string ToMemberName(string name, string ifEmpty = "Value") => EnsureValidStart(Words.ToPascalCase(name), ifEmpty);

    public static string ToParameterName(string name)
    {
        string camel = Words.ToCamelCase(name);
        return camel.Length == 0 ? "value"
            : char.IsDigit(camel[0]) ? Shorten("value" + camel)
            : Shorten(camel);
    }

    /// <summary>True for a name of the form that types and members have: it needs no escape, and is no keyword.</summary>
    public static bool IsPascalCase(string name) =>
        name.Length is > 0 and <= MaxNameLength && (char.IsUpper(name[0]) || IsCaseless(name[0])) && HasParts(name);

    /// <summary>True for a name of the form that parameters have.</summary>
    public static bool IsCamelCase(string name) =>
        name.Length is > 0 and <= MaxNameLength && (char.IsLower(name[0]) || IsCaseless(name[0])) && HasParts(name);

    // Letters of scripts without cases, such as Chinese.
    private static bool IsCaseless(char c) => char.GetUnicodeCategory(c) is UnicodeCategory.OtherLetter or UnicodeCategory.ModifierLetter;

    private static bool HasParts(string name)
    {
        foreach (char c in name)
        {
            if (!IsPart(c))
                return false;
        }

        return true;
    }

    private static bool IsPart(char c) => char.IsLetterOrDigit(c) || c == '_';

    /// <summary>The name of a parameter that is a member of the record of optional parameters, too.</summary>
    public static string ToOptionalParameterName(string name, string recordName)
    {
        string parameter = ToParameterName(name);
        string member = char.ToUpperInvariant(parameter[0]) + parameter.Substring(1);
        return ReservedNames.RecordMembers.Contains(member) || member == recordName ? parameter + "Value" : parameter;
    }

    /// <summary>The names of the members of a record, each unique, whatever the order of the document.</summary>
    /// <param name="typeName">The name of the record, which no member can have; empty where it is not known.</param>
    public static Dictionary<string, string> AssignPropertyNames(string typeName, IEnumerable<string> serializedNames) =>
        AssignDistinct(serializedNames, ReservedNames.RecordMembers, typeName, name => ToMemberName(name, "Property"));

    private static Dictionary<string, string> AssignDistinct(
        IEnumerable<string> serializedNames,
        IReadOnlyList<string> reserved,
        string typeName,
        Func<string, string> toName
    )
    {
        Dictionary<string, string> names = new(StringComparer.Ordinal);
        foreach (string serializedName in serializedNames)
        {
            if (!names.ContainsKey(serializedName))
                names.Add(serializedName, toName(serializedName));
        }

        // Nearly always, all names are distinct.
        HashSet<string> taken = new(StringComparer.Ordinal);
        if (names.Values.All(n => n != typeName && !reserved.Contains(n) && taken.Add(n)))
            return names;

        NameScope scope = new(reserved: [.. reserved, typeName]);
        foreach (
            IGrouping<string, string> same in names
                .Keys.ToList()
                .GroupBy(n => names[n], StringComparer.Ordinal)
                .OrderBy(g => g.Key, StringComparer.Ordinal)
        )
        {
            // The name without symbols keeps the plain form: class before @class.
            foreach (
                string serializedName in same.OrderBy(n => n.Count(c => !char.IsLetterOrDigit(c))).ThenBy(n => n, StringComparer.Ordinal)
            )
                names[serializedName] = scope.Reserve(same.Key, same.Key + "Value");
        }

        return names;
    }

    private static string EnsureValidStart(string pascal, string ifEmpty)
    {
        if (pascal.Length == 0)
            return ifEmpty;
        return Shorten(char.IsDigit(pascal[0]) ? "Value" + pascal : pascal);
    }

    /// <summary>Limits the length of a name. Two long names that differ stay different.</summary>
    public static string Shorten(string name)
    {
        if (name.Length <= MaxLength)
            return name;
        // A stable hash of the whole name, since two long names may differ in their ends only.
        uint hash = 2166136261;
        foreach (char c in name)
            hash = unchecked((hash ^ c) * 16777619);
        return name.Substring(0, MaxLength - 8) + hash.ToString("X8", CultureInfo.InvariantCulture);
    }
}
