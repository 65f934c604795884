using CfGen.Generator.Binding.Types;
using CfGen.Generator.Model;
using CfGen.Generator.Schemas;
using Microsoft.OpenApi;

namespace CfGen.Generator.Binding.Paging;

/// <summary>
/// Recognizes operations that list: by the query parameters that ask for a page, and by the array that the response is, or that it holds.
/// </summary>
internal static class PagingBinder
{
    // The property of HAL, and of Spring's PagedModel, that is left out where a page has no items.
    private const string Embedded = "_embedded";

    /// <param name="envelope">The schema of the whole response, which describes the page beside the result.</param>
    /// <param name="hasLink">True where the <c>Link</c> header of the response is documented.</param>
    /// <param name="response">The response, whose result is JSON.</param>
    /// <param name="siblings">The paging of the document's other lists.</param>
    /// <returns>Null where the operation does not list.</returns>
    public static PagingModel? Bind(
        string method,
        IReadOnlyList<ParameterModel> parameters,
        ResolvedSchema envelope,
        bool hasLink,
        ResponseModel response,
        SchemaResolver schemas,
        SiblingPaging siblings
    )
    {
        if (method != "get")
            return null;
        PagingInference inference = new(PagingParameter.ReadAll(parameters), envelope, hasLink, schemas);
        InferredPaging paging = inference.Infer();
        if (response.Result is ListType list)
            return BindList(list, paging, response.Envelope == EnvelopeKind.Result ? inference.InferFromSiblings(siblings) : null);
        // An object is a page only where there is a way to the next one. Without that it is one object.
        if (paging.Style == PagingStyle.Single || BoundType.GetRecord(response.Result!) is not { } record)
            return null;
        if (FindItems(FindContent(record, paging)) is not { } found || (paging.Style == PagingStyle.LastItem && !HasId(found.Items)))
            return null;
        List<PagingSetting> settings =
        [
            .. paging.Settings,
            .. FindCounters(inference, paging.Style),
            new PagingSetting(PagingSettingName.Items, found.Path),
        ];
        return new PagingModel(paging.Style, found.Items.Item, settings.ToEquatable());
    }

    private static PagingModel BindList(ListType list, InferredPaging paging, InferredPaging? fromSiblings) =>
        paging.Style == PagingStyle.Single && fromSiblings is not null
            ? new PagingModel(fromSiblings.Style, list.Item, fromSiblings.Settings.ToEquatable(), PagingOrigin.Siblings)
            : new PagingModel(paging.Style, list.Item, paging.Settings.ToEquatable());

    /// <summary>The list that is all content of a page, or all that HAL embeds in it; null where there is none.</summary>
    private static (string Path, ListType Items)? FindItems(List<PropertyNode> content) =>
        content switch
        {
            [{ Type: ListType items } list] => (list.SerializedName, items),
            [{ SerializedName: Embedded } embedded]
                when BoundType.GetRecord(embedded.Type) is { Properties: [{ Type: ListType items } list] } => (
                $"{Embedded}.{list.SerializedName}",
                items
            ),
            _ => null,
        };

    /// <summary>The properties of the result that do not describe the page.</summary>
    private static List<PropertyNode> FindContent(RecordNode record, InferredPaging paging)
    {
        bool isLaravel = record.Properties.Exists(p => PagingNames.LaravelCounters.Contains(PagingNames.Normalize(p.SerializedName)));
        List<PropertyNode> content = [.. record.Properties.Where(IsContent)];
        if (content.Count > 1)
            content.RemoveAll(p => p.Type is ListType && PagingNames.MinorLists.Contains(PagingNames.Normalize(p.SerializedName)));
        return content;

        bool IsContent(PropertyNode property)
        {
            string name = PagingNames.Normalize(property.SerializedName);
            bool isPageInfo =
                PagingNames.PageInfoProperties.Contains(name)
                || paging.PageInfoProperties.Contains(name)
                || IsPageInfoObject(name, property.Type)
                || (isLaravel && PagingNames.LaravelProperties.Contains(name))
                // OData's control information.
                || name.StartsWith("@", StringComparison.Ordinal);
            return !PagingNames.ErrorProperties.Contains(name) && (property.Type is ListType || !isPageInfo);
        }
    }

    // Metadata can be anything. Counters are no content.
    private static bool IsPageInfoObject(string name, TypeRef type) =>
        PagingNames.PageInfoObjects.Contains(name)
        && BoundType.GetRecord(type) is { Properties: { Count: > 0 } properties }
        && properties.TrueForAll(p => PagingNames.PageInfoProperties.Contains(PagingNames.Normalize(p.SerializedName)));

    // The next page begins after the last item, which has to have an id.
    private static bool HasId(ListType items) =>
        items.Item is not BoundType { Node: RecordNode item } || item.Properties.Exists(p => p.SerializedName == "id");

    private static IEnumerable<PagingSetting> FindCounters(PagingInference inference, PagingStyle style)
    {
        bool isNumbered = PagingStyleRules.Get(style).IsNumbered;
        string? next = isNumbered ? inference.FindNextPath() : null;
        if (next is not null)
            yield return new PagingSetting(PagingSettingName.Next, next);
        // A count beside the next page is that of all items, as Django has it. Alone it may be that of the page.
        bool isNextNamed = next is not null || style == PagingStyle.NextUrl;
        if ((inference.FindCounter(PagingNames.TotalProperties) ?? (isNextNamed ? inference.FindCounter(["count"]) : null)) is { } total)
            yield return new PagingSetting(PagingSettingName.Total, total);
        if (style == PagingStyle.PageNumber && inference.FindCounter(PagingNames.PageCountProperties) is { } pages)
            yield return new PagingSetting(PagingSettingName.Pages, pages);
        if (!isNumbered && style != PagingStyle.Cursor)
            yield break;
        if (inference.FindCounter(PagingNames.HasMoreProperties, JsonSchemaType.Boolean) is { } more)
            yield return new PagingSetting(PagingSettingName.More, more);
        if (inference.FindCounter(PagingNames.LastPageProperties, JsonSchemaType.Boolean) is { } last)
            yield return new PagingSetting(PagingSettingName.Last, last);
    }
}
