using System.Text;

namespace CfGen.Generator.Comparison;

/// <summary>Types as the lines of a listing write them.</summary>
internal static class TypeText
{
    private static readonly HashSet<string> s_numbers =
    [
        "int",
        "long",
        "ulong",
        "float",
        "double",
        "decimal",
        "System.Int128",
        "System.UInt128",
    ];

    private static readonly HashSet<string> s_structs =
    [
        .. s_numbers,
        "bool",
        "System.Guid",
        "System.DateTimeOffset",
        "System.DateOnly",
        "System.TimeOnly",
        "System.TimeSpan",
        "System.Text.Json.JsonElement",
        "CfGen.OffsetTime",
    ];

    private static readonly HashSet<string> s_classes =
    [
        "System.Uri",
        "System.Net.IPAddress",
        "System.IO.Stream",
        "CfGen.ApiFile",
        "CfGen.ApiEnvelope",
        "CfGen.Pageable",
    ];

    /// <summary>True if <c>?</c> after the type makes another type, and not only an annotation.</summary>
    /// <param name="enums">The names of enumerations of the client.</param>
    public static bool IsStruct(string type, ISet<string> enums)
    {
        string name = RemoveNullable(type);
        // A type of the project can be either: to report a break that there is not is better than none.
        return s_structs.Contains(name)
            || enums.Contains(name)
            || (name.IndexOf('.') > 0 && name.IndexOf('<') < 0 && !s_classes.Contains(name));
    }

    public static bool IsNumber(string type) => s_numbers.Contains(type);

    public static bool IsNullable(string type) => type.Length > 0 && type[type.Length - 1] == '?';

    public static string RemoveNullable(string type) => IsNullable(type) ? type.Substring(0, type.Length - 1) : type;

    /// <summary>Removes the annotations of reference types, which the compiler only warns of.</summary>
    public static string RemoveAnnotations(string type, ISet<string> enums)
    {
        if (type.IndexOf('?') < 0)
            return type;
        StringBuilder text = new();
        int name = 0;
        for (int i = 0; i <= type.Length; i++)
        {
            if (i < type.Length && IsNamePart(type[i]))
                continue;
            string part = type.Substring(name, i - name);
            text.Append(part);
            name = i + 1;
            if (i == type.Length)
                break;
            if (type[i] != '?' || (part.Length > 0 && IsStruct(part, enums)))
                text.Append(type[i]);
        }

        return text.ToString();
    }

    /// <summary>Replaces names of types.</summary>
    public static string Rename(string type, IReadOnlyDictionary<string, string> names)
    {
        if (names.Count == 0)
            return type;
        StringBuilder text = new();
        foreach (string part in Split(type))
            text.Append(names.TryGetValue(part, out string? name) ? name : part);
        return text.ToString();
    }

    /// <summary>Splits a type into names and the characters between them.</summary>
    public static IEnumerable<string> Split(string type)
    {
        int start = 0;
        for (int i = 0; i < type.Length; i++)
        {
            if (IsNamePart(type[i]))
                continue;
            if (i > start)
                yield return type.Substring(start, i - start);
            yield return type.Substring(i, 1);
            start = i + 1;
        }

        if (start < type.Length)
            yield return type.Substring(start);
    }

    private static bool IsNamePart(char c) => c is not ('<' or '>' or ',' or '?' or '[' or ']');
}
