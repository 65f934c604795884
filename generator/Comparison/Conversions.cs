using CfGen.Generator.Listing;

namespace CfGen.Generator.Comparison;

/// <summary>Conversions that C# makes by itself where a value is passed as an argument.</summary>
internal static class Conversions
{
    private static readonly HashSet<(string, string)> s_numbers =
    [
        ("int", "long"),
        ("int", "float"),
        ("int", "double"),
        ("int", "decimal"),
        ("int", "System.Int128"),
        ("long", "float"),
        ("long", "double"),
        ("long", "decimal"),
        ("long", "System.Int128"),
        ("ulong", "float"),
        ("ulong", "double"),
        ("ulong", "decimal"),
        ("ulong", "System.Int128"),
        ("ulong", "System.UInt128"),
        ("float", "double"),
    ];

    /// <summary>True if an argument of the old type can be passed where the new one is expected.</summary>
    /// <param name="current">The client, which has the new type.</param>
    public static bool Exists(string oldType, string newType, Surface current)
    {
        string from = TypeText.RemoveAnnotations(oldType, current.Enums);
        string to = TypeText.RemoveAnnotations(newType, current.Enums);
        if (from == to)
            return true;
        // A value that can be null is not one that cannot.
        if (TypeText.IsNullable(from) && !TypeText.IsNullable(to))
            return false;
        from = TypeText.RemoveNullable(from);
        to = TypeText.RemoveNullable(to);
        return from == to || s_numbers.Contains((from, to)) || IsOperator(from, to, current);
    }

    /// <summary>True if the new type has an operator: an enumeration for its values, a union for its cases.</summary>
    private static bool IsOperator(string from, string to, Surface current)
    {
        if (current.Find(to) is not { } type)
            return false;
        if (type.Kind == ListedKind.Enum)
            return type[ListedFact.EnumType] == "Integer" ? from is "int" or "long" : from == "string";
        return type.Kind == ListedKind.Union
            // C# has no operators for interfaces.
            && !from.StartsWith("IReadOnly", StringComparison.Ordinal)
            && type[ListedFact.Cases].Split(',').Any(name => current.Find($"{to}({name})")?[ListedFact.Type] == from);
    }
}
