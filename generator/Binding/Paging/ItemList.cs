using CfGen.Generator.Binding.Types;
using CfGen.Generator.Model;

namespace CfGen.Generator.Binding.Paging;

/// <summary>Finds the list of a page by its path in the result.</summary>
internal static class ItemList
{
    /// <param name="path">The names of properties with dots between them; a name can have dots itself.</param>
    /// <returns>Null where the path does not lead to a list.</returns>
    public static ListType? Find(TypeRef type, string? path)
    {
        while (!string.IsNullOrEmpty(path))
        {
            if (FindProperty(type, path!) is not { } property)
                return null;
            type = property.Type;
            path = path!.Substring(Math.Min(path.Length, property.SerializedName.Length + 1));
        }

        return type as ListType;
    }

    private static PropertyNode? FindProperty(TypeRef type, string path) =>
        BoundType
            .GetRecord(type)
            ?.Properties.Where(p => p.SerializedName == path || path.StartsWith(p.SerializedName + ".", StringComparison.Ordinal))
            .OrderByDescending(p => p.SerializedName.Length)
            .FirstOrDefault();
}
