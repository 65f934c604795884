using CfGen.Generator.Documents;

namespace CfGen.Generator.Naming.Operations;

/// <summary>The place of an operation on the client: the resources that lead to it, and the method. All names are Pascal-cased.</summary>
/// <param name="ResourcePath">The resources, outermost first; none for a method of the client itself.</param>
internal sealed record OperationName(IReadOnlyList<string> ResourcePath, string MethodName)
{
    /// <summary>The resources and the method as one string, which no two operations share.</summary>
    public string Key => string.Join(".", ResourcePath) + "." + MethodName;

    /// <summary>True if the resources and the method have the same names.</summary>
    public bool IsSameAs(OperationName other) =>
        MethodName == other.MethodName && ResourcePath.SequenceEqual(other.ResourcePath, StringComparer.Ordinal);

    private const string Extension = "x-cfgen-name";

    /// <summary>True where the document has a name for this generator, which precedes that of a listing.</summary>
    public static bool IsRequested(OperationOutline operation) => VendorExtensions.GetString(operation.GetExtension(Extension)) is not null;

    /// <summary>
    /// The name in the document: its own extension, or the group and method names of other vendors' generators; null where it has none.
    /// </summary>
    public static OperationName? FromDocument(OperationOutline operation)
    {
        if (GetString(Extension) is { } name)
            return FromParts(name.Split('.'));
        if (GetString("x-fern-sdk-method-name") is { } fern)
            return FromParts([.. VendorExtensions.GetStrings(operation.GetExtension("x-fern-sdk-group-name")), fern]);
        if (GetString("x-speakeasy-name-override") is { } speakeasy)
            return FromParts([.. (GetString("x-speakeasy-group") ?? "").Split('.'), speakeasy]);
        if (GetString("x-ms-client-name") is { } microsoft)
            return FromParts(microsoft.Split('_'));
        return null;

        string? GetString(string extension) => VendorExtensions.GetString(operation.GetExtension(extension));
    }

    /// <returns>Null where no part has a word.</returns>
    public static OperationName? FromParts(IReadOnlyList<string> parts)
    {
        List<string> names = [.. parts.Where(p => Words.Split(p).Count > 0).Select(p => Identifiers.ToMemberName(p))];
        return names.Count == 0 ? null : new OperationName([.. names.Take(names.Count - 1)], names[names.Count - 1]);
    }
}
