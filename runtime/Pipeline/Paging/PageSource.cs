using CfGen.CodeGen;

namespace CfGen.Pipeline.Paging;

/// <summary>Sends the call of a list again and again, with the query or URL of each page.</summary>
internal sealed class PageSource<T, TCodec>(ApiRequestBuilder template, PagingInfo paging) : IPageSource<T>
    where TCodec : struct, IJsonCodec<T>
{
    public async Task<Page<T>?> GetPageAsync(PageRequest request, CancellationToken cancellationToken)
    {
        ApiRequestBuilder call = template.CloneForUrl(request.Url);
        try
        {
            await SendLoop.SendAsync(call, cancellationToken).ConfigureAwait(false);
            IReadOnlyList<T> items = PageReader.ReadItems<T, TCodec>(call, paging, out ReadOnlySpan<byte> json);
            ApiResponse response = call.CreateResponse();
            UInt128? print = items.Count == 0 ? null : PageFingerprint.Compute(json);
            if (!PagingRules.IsNewPage(paging, request, response, print))
                return null;
            PageRequest? next = PagingRules.GetNextRequest(paging, call, request, response, items.Count, json);
            return new Page<T>(items, response, this, next is null ? null : next with { Fingerprint = print });
        }
        finally
        {
            call.Release();
        }
    }
}
