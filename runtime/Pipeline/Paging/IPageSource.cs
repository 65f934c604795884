namespace CfGen.Pipeline.Paging;

/// <summary>A source of pages.</summary>
internal interface IPageSource<T>
{
    /// <summary>Gets a page, or null if it turns out that none follows.</summary>
    Task<Page<T>?> GetPageAsync(PageRequest request, CancellationToken cancellationToken);

    /// <summary>Finds the page that a continuation token names; null if the token is not one of this list.</summary>
    PageRequest? FindPage(string continuationToken);

    /// <summary>Writes the continuation token of a page.</summary>
    string GetToken(PageRequest request);
}
