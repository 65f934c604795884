using System.Globalization;
using CfGen.CodeGen;

namespace CfGen.Pipeline.Paging;

/// <summary>A page that arrived, and what it says about the next one.</summary>
internal readonly ref struct ReceivedPage(
    PagingInfo paging,
    ApiMessage message,
    PageRequest request,
    ApiResponse response,
    int count,
    ReadOnlySpan<byte> items
)
{
    public PagingInfo Paging { get; } = paging;

    /// <summary>The request of this page.</summary>
    public PageRequest Request { get; } = request;

    public ApiResponse Response { get; } = response;

    /// <summary>The number of items.</summary>
    public int Count { get; } = count;

    /// <summary>The JSON of the items.</summary>
    public ReadOnlySpan<byte> Items { get; } = items;

    public ReadOnlySpan<byte> Body => message.Body.Bytes;

    public ResultInfo? ResultInfo => Response.Envelope?.ResultInfo;

    /// <summary>Reads a number in the body; null if there is none.</summary>
    public long? ReadCounter(string? path) =>
        path is not null
        && long.TryParse(JsonPathReader.ReadText(Body, path), NumberStyles.None, CultureInfo.InvariantCulture, out long number)
            ? number
            : null;

    /// <summary>Reads a number in the query of this page's request; null if there is none.</summary>
    public long? ReadQuery(string? parameter) =>
        parameter is not null
        && long.TryParse(
            QueryParameter.Get(message.Request.Url, parameter),
            NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture,
            out long number
        )
            ? number
            : null;

    /// <summary>Creates the request of a page by its number; null if no parameter takes it.</summary>
    public PageRequest? RequestPage(string? parameter, long number) =>
        parameter is null
            ? null
            : Request with
            {
                Url = QueryParameter.Set(message.Request.Url, parameter, number.ToString(CultureInfo.InvariantCulture)),
                Number = number,
            };

    /// <summary>Creates the request of a page by its cursor; null if there is no cursor, or one that was requested before.</summary>
    public PageRequest? RequestPage(string? parameter, string? cursor) =>
        parameter is null || cursor is null || Request.RequestedPages.Contains(cursor)
            ? null
            : Request.WithPage(QueryParameter.Set(message.Request.Url, parameter, cursor), cursor);

    /// <summary>Creates the request of a page by its URL; null if there is no URL, or one that was requested before.</summary>
    /// <exception cref="ApiConnectionException">The URL is on another origin.</exception>
    public PageRequest? FollowUrl(string? link)
    {
        if (link is null)
            return null;
        string origin = BaseUrlNormalizer.GetOrigin(new Uri(message.Request.Url));
        if (
            !Uri.TryCreate(message.Target, link, out Uri? next)
            || !string.Equals(BaseUrlNormalizer.GetOrigin(next), origin, StringComparison.OrdinalIgnoreCase)
        )
        {
            throw new ApiConnectionException(
                $"{message.Request.Describe()} returned a next page on another origin than {origin}, which is not followed."
            )
            {
                OperationId = message.Request.Operation.Id,
                Attempts = message.Attempt,
            };
        }

        string url = BaseUrlNormalizer.GetOrigin(next) + next.PathAndQuery;
        return Request.RequestedPages.Contains(url) || string.Equals(url, message.Request.Url, StringComparison.Ordinal)
            ? null
            : Request.WithPage(url, url);
    }
}
