namespace CfGen.Generator.Documents;

/// <summary>The extensions that name an enum, its values, or describe these.</summary>
internal static class EnumKeywords
{
    /// <summary>Azure's extension: an object with the name of the enum, and the names and descriptions of its values.</summary>
    public const string Vendor = "x-ms-enum";

    /// <summary>The names of the values.</summary>
    public static readonly string[] ValueNames = ["x-enum-varnames", "x-enumNames", "x-enum-names"];

    /// <summary>The descriptions of the values.</summary>
    public static readonly string[] ValueDescriptions = ["x-enum-descriptions", "x-enumDescriptions"];

    /// <summary>The name of the enum.</summary>
    public static readonly string[] TypeNames = ["x-enum-name", "x-enumName", "x-enum-type-name"];

    /// <summary>All of them.</summary>
    public static readonly HashSet<string> All = new([Vendor, .. ValueNames, .. ValueDescriptions, .. TypeNames], StringComparer.Ordinal);
}
