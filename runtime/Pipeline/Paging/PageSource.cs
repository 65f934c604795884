using CfGen.CodeGen;
using CfGen.Pipeline.Responses;
using CfGen.Telemetry;

namespace CfGen.Pipeline.Paging;

/// <summary>Sends the request of a list again for each page, with the query or URL of that page.</summary>
internal sealed class PageSource<T, TCodec>(ApiRequest request, PagingInfo paging) : IPageSource<T>
    where TCodec : struct, IValueCodec<T>
{
    public async Task<Page<T>?> GetPageAsync(PageRequest page, CancellationToken cancellationToken)
    {
        ApiMessage message = await SendLoop
            .SendAsync(
                page.Url is null ? request : request.WithUrl(page.Url),
                page.MayStayOpen && request.LeavesBodyOpen ? BodyHandling.OpenAny : BodyHandling.Read,
                cancellationToken
            )
            .ConfigureAwait(false);
        try
        {
            Page<T>? read = message.Stream is null
                ? ReadPage(message, page)
                : new Page<T>([], ResponseFactory.Create(message, null), null, null);
            message.EndCall();
            return read;
        }
        catch (Exception e) when (message.ReportFailure(e))
        {
            throw;
        }
        finally
        {
            message.ReleaseBody();
        }
    }

    // A request with an error has no URL, and its error is thrown for any page.
    public PageRequest? FindPage(string continuationToken) =>
        request.Error is not null ? PageRequest.First : ContinuationToken.Read(continuationToken, request.Url, paging);

    public string GetToken(PageRequest page) => ContinuationToken.Write(page, paging);

    private Page<T>? ReadPage(ApiMessage message, PageRequest page)
    {
        IReadOnlyList<T> items = PageReader.ReadItems<T, TCodec>(message, paging, out ReadOnlySpan<byte> json, out ApiEnvelope? envelope);
        ApiResponse response = ResponseFactory.Create(message, envelope);
        var received = new ReceivedPage(paging, message, page, response, items.Count, json);
        bool isNew = PagingRules.IsNewPage(received);
        PageRequest? next = isNew ? PagingRules.GetNextRequest(received) : null;
        bool isCutOff = !isNew || (next is null && PagingRules.HasMore(received));
        if (isCutOff && IsUndocumented)
            PageLog.LogUnreachableItems(message);
        if (!isNew)
            return null;
        return new Page<T>(items, response, this, next)
        {
            HasMore = next is not null || isCutOff,
            TotalCount = received.TotalCount,
            Body = page.KeepsBody && paging.HasBody ? PageBody.Copy(message) : null,
        };
    }

    /// <summary>True if the document does not say how the next page is requested.</summary>
    private bool IsUndocumented =>
        paging.Origin == PagingOrigin.Siblings || (paging.Origin == PagingOrigin.Document && paging.Style == PagingStyle.Single);
}
