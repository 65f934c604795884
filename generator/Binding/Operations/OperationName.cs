using CfGen.Generator.Binding.Names;
using Microsoft.OpenApi;

namespace CfGen.Generator.Binding.Operations;

/// <summary>Where an operation is found on the client: the resources that lead to it, and the method. Words are Pascal-cased.</summary>
internal sealed record OperationName(IReadOnlyList<string> Resources, string Method)
{
    /// <summary>The name that the document gives: its own, or the group and method names of other vendors' generators.</summary>
    public static OperationName? Stated(OpenApiOperation operation)
    {
        if (operation.Extensions is not { } extensions)
            return null;
        if (extensions.Text("x-cfgen-name") is { } name)
            return FromParts(name.Split('.'));
        if (extensions.Text("x-fern-sdk-method-name") is { } fern)
            return FromParts([.. extensions.Texts("x-fern-sdk-group-name"), fern]);
        if (extensions.Text("x-speakeasy-name-override") is { } speakeasy)
            return FromParts([.. (extensions.Text("x-speakeasy-group") ?? "").Split('.'), speakeasy]);
        if (extensions.Text("x-ms-client-name") is { } microsoft)
            return FromParts(microsoft.Split('_'));
        return null;
    }

    public static OperationName? FromParts(IReadOnlyList<string> parts)
    {
        List<string> words = [.. parts.Where(p => Words.Split(p).Count > 0).Select(p => Identifiers.Member(p))];
        return words.Count == 0 ? null : new OperationName([.. words.Take(words.Count - 1)], words[words.Count - 1]);
    }
}
