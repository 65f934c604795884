using CfGen.Generator.Diagnostics;
using CfGen.Generator.Documents;
using CfGen.Generator.Documents.Servers;

namespace CfGen.Generator.Binding.Operations;

/// <summary>
/// Checks the parts of an operation that become the request line: path and own server. The OpenAPI library rejects methods that are no
/// tokens.
/// </summary>
internal static class RequestLineCheck
{
    /// <param name="servers">The servers of the operations.</param>
    /// <returns>The part that HTTP does not allow, and its finding; null where it allows all of them.</returns>
    public static (string Part, Finding Finding)? FindProblem(SelectedOperation operation, DocumentServers servers)
    {
        OperationKey key = operation.Key;
        string itemPointer = JsonPointer.Append("#/paths", key.Path);
        if (HttpText.HasControlCharacter(key.Path))
            return Create("path", itemPointer, key.Path);
        return servers.Find(key)?.InvalidText is { } invalid ? Create("server", invalid.Pointer, invalid.Text) : null;

        (string Part, Finding Finding) Create(string part, string pointer, string text) =>
            (part, OperationFindings.UnsendableText(pointer, operation.Description, part, text));
    }
}
