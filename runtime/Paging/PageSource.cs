namespace CfGen.Infrastructure;

/// <summary>Sends the call of a list again and again, with the query or URL of each page.</summary>
internal sealed class PageSource<T, TCodec>(ApiCall template, PagingInfo paging) : IPageSource<T>
    where TCodec : struct, IJsonCodec<T>
{
    public async Task<Page<T>?> GetAsync(PageRequest request, CancellationToken cancellationToken)
    {
        ApiCall call = template.ForPage(request.Url);
        try
        {
            await Sender.RunAsync(call, cancellationToken).ConfigureAwait(false);
            IReadOnlyList<T> items = PageReader.Items<T, TCodec>(call, paging, out ReadOnlySpan<byte> json);
            ApiResponse response = call.ToResponse();
            UInt128? print = items.Count == 0 ? null : Fingerprint.Of(json);
            if (!PagingRules.Advances(paging, request, response, print))
                return null;
            PageRequest? next = PagingRules.Next(paging, call, request, response, items.Count, json);
            return new Page<T>(items, response, this, next is null ? null : next with { Print = print });
        }
        finally
        {
            call.Release();
        }
    }
}
