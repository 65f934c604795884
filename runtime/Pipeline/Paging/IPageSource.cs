namespace CfGen.Pipeline.Paging;

/// <summary>A source of pages.</summary>
internal interface IPageSource<T>
{
    /// <summary>Gets a page, or null if it turns out that none follows.</summary>
    Task<Page<T>?> GetPageAsync(PageRequest request, CancellationToken cancellationToken);
}
