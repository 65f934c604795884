namespace CfGen.Generator.Model;

/// <summary>The settings of a paged list. Paths are property names with dots between them.</summary>
internal enum PagingSettingName
{
    /// <summary>The path of the items.</summary>
    Items,

    /// <summary>The query parameter that selects a page.</summary>
    Parameter,

    /// <summary>The query parameter of the page size.</summary>
    Size,

    /// <summary>The path of the next cursor, token or URL. A numbered page without a value is the last.</summary>
    Next,

    /// <summary>The path of the boolean that is true if there are more pages.</summary>
    More,

    /// <summary>The path of the boolean that is true on the last page.</summary>
    Last,

    /// <summary>The path of the number of all items.</summary>
    Total,

    /// <summary>The path of the number of all pages.</summary>
    Pages,

    /// <summary>The property of an item that identifies it.</summary>
    Id,

    /// <summary>The number of the first page, or the first offset.</summary>
    First,
}
