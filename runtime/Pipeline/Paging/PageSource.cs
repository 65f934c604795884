using CfGen.CodeGen;
using CfGen.Pipeline.Responses;

namespace CfGen.Pipeline.Paging;

/// <summary>Sends the request of a list again for each page, with the query or URL of that page.</summary>
internal sealed class PageSource<T, TCodec>(ApiRequest request, PagingInfo paging) : IPageSource<T>
    where TCodec : struct, IJsonCodec<T>
{
    public async Task<Page<T>?> GetPageAsync(PageRequest page, CancellationToken cancellationToken)
    {
        ApiMessage message = await SendLoop
            .SendAsync(page.Url is null ? request : request.WithUrl(page.Url), isStreaming: false, cancellationToken)
            .ConfigureAwait(false);
        try
        {
            return ReadPage(message, page);
        }
        finally
        {
            message.ReleaseBody();
        }
    }

    private Page<T>? ReadPage(ApiMessage message, PageRequest page)
    {
        IReadOnlyList<T> items = PageReader.ReadItems<T, TCodec>(message, paging, out ReadOnlySpan<byte> json, out ApiEnvelope? envelope);
        ApiResponse response = ResponseFactory.Create(message, envelope);
        UInt128? fingerprint = items.Count == 0 ? null : PageFingerprint.Compute(json);
        if (!PagingRules.IsNewPage(paging, page, response, fingerprint))
            return null;
        PageRequest? next = PagingRules.GetNextRequest(new ReceivedPage(paging, message, page, response, items.Count, json));
        return new Page<T>(items, response, this, next is null ? null : next with { Fingerprint = fingerprint });
    }
}
