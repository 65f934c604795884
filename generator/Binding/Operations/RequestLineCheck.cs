using CfGen.Generator.Diagnostics;
using CfGen.Generator.Documents;

namespace CfGen.Generator.Binding.Operations;

/// <summary>Checks the parts of an operation that become the request line: path and own server. The OpenAPI library rejects methods that are no tokens.</summary>
internal static class RequestLineCheck
{
    /// <returns>The part that HTTP does not allow, and its finding; null where it allows all of them.</returns>
    public static (string Part, Finding Finding)? FindProblem(SelectedOperation operation)
    {
        OperationKey key = operation.Key;
        string itemPointer = JsonPointer.Append("#/paths", key.Path);
        if (HttpText.HasControlCharacter(key.Path))
            return Create("path", itemPointer, key.Path);
        (string pointer, string text)? server =
            ServerUrl.FindControlCharacter(operation.Operation.Servers, key.Pointer)
            ?? ServerUrl.FindControlCharacter(operation.Item.Servers, itemPointer);
        return server is var (place, url) ? Create("server", place, url) : null;

        (string Part, Finding Finding) Create(string part, string pointer, string text) =>
            (part, OperationFindings.UnsendableText(pointer, operation.Description, part, text));
    }
}
