using System.Text.Json.Nodes;
using CfGen.Generator.Binding.Types;
using CfGen.Generator.Diagnostics;
using CfGen.Generator.Documents;
using CfGen.Generator.Model;
using CfGen.Generator.Parsing;

namespace CfGen.Generator.Binding.Paging;

/// <summary>
/// Reads the paging of an operation from AutoRest's <c>x-ms-pageable</c>: the property with the items, and the one with the URL of the next
/// page.
/// </summary>
internal static class MicrosoftPaging
{
    public const string ExtensionName = "x-ms-pageable";

    private const string NextLinkName = "nextLinkName";
    private const string DefaultItemName = "value";

    /// <param name="resultType">The type of the result; null where the response is no JSON with a result.</param>
    /// <param name="finding">The reason why there are no pages; null where there are.</param>
    /// <returns>Null where the operation cannot list.</returns>
    public static PagingModel? Bind(JsonObject extension, OperationKey operation, TypeRef? resultType, out Finding? finding)
    {
        finding = null;
        string pointer = JsonPointer.Append(operation.Pointer, ExtensionName);
        if (operation.Method != "get")
        {
            finding = PagingFindings.PageableNotAGetOperation(pointer, operation.Method.ToUpperInvariant());
            return null;
        }

        string? items = extension["itemName"].AsString() ?? (resultType is ListType ? null : DefaultItemName);
        if (resultType is null || ItemList.Find(resultType, items) is not { } list)
        {
            finding = PagingFindings.PageableItemsNotAList(pointer, items ?? DefaultItemName);
            return null;
        }

        List<PagingSetting> settings = items is null ? [] : [new PagingSetting(PagingSettingName.Items, items)];
        string? next = FindNextLink(extension, resultType);
        if (next is not null)
            settings.Insert(0, new PagingSetting(PagingSettingName.Next, next));
        return new PagingModel(
            next is null ? PagingStyle.Single : PagingStyle.NextUrl,
            list.Item,
            settings.ToEquatable(),
            PagingOrigin.Extension
        );
    }

    // Null is a list of one page. The name is required, but left out in some documents.
    private static string? FindNextLink(JsonObject extension, TypeRef resultType) =>
        extension.ContainsKey(NextLinkName) ? extension[NextLinkName].AsString()
        : BoundType.GetRecord(resultType)?.Properties.Exists(p => p.SerializedName == "nextLink") == true ? "nextLink"
        : null;
}
