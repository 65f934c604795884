using CfGen.Generator.Binding.Types;
using CfGen.Generator.Model;

namespace CfGen.Generator.Binding.Paging;

/// <summary>Decides whether the object that holds the items of a page has more than a page tells.</summary>
internal static class PageBodyFinder
{
    /// <returns>The type of the object; null where the response is the list itself, or a page has all of it.</returns>
    public static TypeRef? Find(ResponseModel response, PagingModel paging)
    {
        if (response.Result is not { } result || BoundType.GetRecord(result) is not { } record)
            return null;
        return record.Properties.Exists(p => !IsPagingProperty(p.SerializedName, paging)) ? result : null;
    }

    private static bool IsPagingProperty(string property, PagingModel paging) =>
        PagingNames.PageProperties.Contains(PagingNames.Normalize(property))
        || paging.Settings.Any(s => s.Value == property || (s.Name == PagingSettingName.Items && IsStart(property, s.Value)));

    private static bool IsStart(string property, string path) => path.StartsWith(property + ".", StringComparison.Ordinal);
}
