using CfGen.Generator.Documents;

namespace CfGen.Generator.Naming.Operations;

/// <summary>Where an operation is found on the client: the resources that lead to it, and the method. Words are Pascal-cased.</summary>
internal sealed record OperationName(IReadOnlyList<string> ResourcePath, string MethodName)
{
    /// <summary>What no two operations may share.</summary>
    public string Key => string.Join(".", ResourcePath) + "." + MethodName;

    /// <summary>Where it is found; what has no resource of its own has the API's.</summary>
    public IReadOnlyList<string> GetResourcePath(string stem) => ResourcePath.Count > 0 ? ResourcePath : [Identifiers.ToMemberName(stem)];

    /// <summary>The name that the document gives: its own, or the group and method names of other vendors' generators.</summary>
    public static OperationName? FromDocument(OperationOutline operation)
    {
        if (Text("x-cfgen-name") is { } name)
            return FromParts(name.Split('.'));
        if (Text("x-fern-sdk-method-name") is { } fern)
            return FromParts([.. VendorExtensions.GetStrings(operation.GetExtension("x-fern-sdk-group-name")), fern]);
        if (Text("x-speakeasy-name-override") is { } speakeasy)
            return FromParts([.. (Text("x-speakeasy-group") ?? "").Split('.'), speakeasy]);
        if (Text("x-ms-client-name") is { } microsoft)
            return FromParts(microsoft.Split('_'));
        return null;

        string? Text(string extension) => VendorExtensions.GetString(operation.GetExtension(extension));
    }

    public static OperationName? FromParts(IReadOnlyList<string> parts)
    {
        List<string> words = [.. parts.Where(p => Words.Split(p).Count > 0).Select(p => Identifiers.ToMemberName(p))];
        return words.Count == 0 ? null : new OperationName([.. words.Take(words.Count - 1)], words[words.Count - 1]);
    }
}
