using CfGen.Generator.Documents;
using CfGen.Generator.Naming.Operations;
using Microsoft.OpenApi;

namespace CfGen.Generator.Binding.Operations;

/// <summary>A selected operation with its name.</summary>
/// <param name="Item">The path item that holds it.</param>
internal sealed record SelectedOperation(OperationKey Key, IOpenApiPathItem Item, OpenApiOperation Operation, OperationName Name)
{
    /// <summary>The id of the operation, or its method and path where it has none.</summary>
    public string Description => Operation.OperationId ?? $"{Key.Method} {Key.Path}";

    /// <summary>The selected operations that the object model has, in document order.</summary>
    public static IEnumerable<SelectedOperation> Find(
        LoadedDocument loaded,
        OpenApiDocument document,
        IReadOnlyDictionary<OperationKey, OperationName> names
    )
    {
        foreach (OperationKey key in loaded.Operations)
        {
            if (document.Paths is not { } paths || !paths.TryGetValue(key.Path, out IOpenApiPathItem? item) || item.Operations is null)
                continue;
            foreach (KeyValuePair<HttpMethod, OpenApiOperation> operation in item.Operations)
            {
                if (string.Equals(operation.Key.Method, key.Method, StringComparison.OrdinalIgnoreCase))
                    yield return new SelectedOperation(key, item, operation.Value, names[key]);
            }
        }
    }
}
