using System.Globalization;
using CfGen.CodeGen;
using CfGen.Pipeline.Responses;

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

    /// <summary>The fingerprint of the items; null if there are none.</summary>
    public UInt128? Fingerprint { get; } = count == 0 ? null : PageFingerprint.Compute(items);

    /// <summary>
    /// True if the response of a numbered page names the next one, false if it says that there is none; null if it does neither. A response
    /// that lacks the property says that there is none, if a page before it had the property.
    /// </summary>
    public bool? NamesNext { get; } = ReadNextName(paging, message, request);

    /// <summary>The number of items on the longest page up to this one.</summary>
    public int LongestPage => Math.Max(Request.LongestPage, Count);

    public ReadOnlySpan<byte> Body => message.Body.Bytes;

    public ResultInfo? ResultInfo => Response.Envelope?.ResultInfo;

    /// <summary>The number of items on all pages; null if neither body nor headers have it.</summary>
    public long? TotalCount => ResultInfo?.TotalCount ?? ReadCounter(Paging.TotalCountPath) ?? TotalCountHeader.Read(Response.Headers);

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

    /// <summary>Finds the page of a number; null if no parameter takes it.</summary>
    public NextPage? RequestPage(long number) =>
        Paging.PageParameter is { } parameter
            ? new NextPage(
                QueryParameter.Set(message.Request.Url, parameter, number.ToString(CultureInfo.InvariantCulture)),
                number,
                Request.Trail
            )
            : null;

    /// <summary>Finds the page of a cursor; null if there is no cursor, or one that was requested before.</summary>
    public NextPage? RequestPage(string? cursor)
    {
        if (Paging.PageParameter is not { } parameter || cursor is null)
            return null;
        string? first = Request.Trail.Count == 0 ? QueryParameter.Get(message.Request.Url, parameter) : null;
        return AddToTrail(first, cursor) is { } trail
            ? new NextPage(QueryParameter.Set(message.Request.Url, parameter, cursor), null, trail)
            : null;
    }

    /// <summary>Finds the page of a URL; null if there is no URL, or one that was requested before.</summary>
    /// <param name="link">The URL, which may be relative.</param>
    /// <param name="isInBody">True if the body has it, which can say what the URL is relative to.</param>
    /// <exception cref="ApiConnectionException">The URL is on another origin.</exception>
    public NextPage? FollowUrl(string? link, bool isInBody = false)
    {
        if (link is null)
            return null;
        var first = new Uri(message.Request.Url);
        string origin = BaseUrlNormalizer.GetOrigin(first);
        if (
            !Uri.TryCreate(isInBody ? ODataContext.GetBaseUrl(Body, message.Target) : message.Target, link, out Uri? next)
            || (
                // The server does not know the name that its handlers find it by.
                BaseUrlNormalizer.IsHttp(first)
                && !string.Equals(BaseUrlNormalizer.GetOrigin(next), origin, StringComparison.OrdinalIgnoreCase)
            )
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

        string url = (BaseUrlNormalizer.IsHttp(first) ? BaseUrlNormalizer.GetOrigin(next) : origin) + next.PathAndQuery;
        return AddToTrail(Request.Trail.Count == 0 ? message.Request.Url : null, url) is { } trail ? new NextPage(url, null, trail) : null;
    }

    /// <summary>Creates the exception for a list that goes on without new items.</summary>
    public ApiResponseFormatException CreateEndlessException(int idlePages) =>
        ResponseFormatError.Create(
            message,
            $"is page {idlePages.ToString(CultureInfo.InvariantCulture)} in a row without new items, but names another page. "
                + "The list is not read further, because it may have no end. "
                + "Narrow it with its parameters, or continue from this page in a call of its own.",
            null,
            null
        );

    /// <param name="first">The cursor or URL that the list began with; null if it has none, or is in the trail.</param>
    /// <param name="page">The cursor or URL of the next page.</param>
    /// <returns>The trail with the page; null if it was there before.</returns>
    private PageTrail? AddToTrail(string? first, string page)
    {
        PageTrail trail = Request.Trail;
        if (!string.IsNullOrEmpty(first))
            trail.TryAdd(first, out trail);
        return trail.TryAdd(page, out PageTrail longer) ? longer : null;
    }

    private static bool? ReadNextName(PagingInfo paging, ApiMessage message, PageRequest request) =>
        paging.NextPath is { } path && PagingStyleRules.Get(paging.Style).IsNumbered
            ? JsonPathReader.HasValue(message.Body.Bytes, path) ?? (request.IsNextNamed ? false : null)
            : null;
}
