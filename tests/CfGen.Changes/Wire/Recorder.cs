using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace CfGen.Changes.Wire;

/// <summary>Responds with the given response, and writes down each request.</summary>
internal sealed partial class Recorder : HttpMessageHandler
{
    // They name the version of the document, or are as long as the body.
    private static readonly string[] s_leftOut = ["User-Agent", "Content-Length"];

    private readonly List<RecordedCall> _calls = [];

    /// <summary>The calls in their order.</summary>
    public IReadOnlyList<RecordedCall> Calls => _calls;

    private RecordedCall Current => _calls[^1];

    /// <summary>Begins a call.</summary>
    public void Begin(string name, int status, string mediaType, string body) =>
        _calls.Add(new RecordedCall(name, status, mediaType, body));

    /// <summary>Ends a call with its result.</summary>
    public void End(string result) => Current.Result = result;

    /// <summary>Ends a call with an exception.</summary>
    public void Fail(Exception exception)
    {
        Current.IsFailed = true;
        Current.Result = $"{exception.GetType().Name}: {exception.Message.Split('\n')[0]}";
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        StringBuilder text = new();
        text.Append(request.Method).Append(' ').Append(CanonicalText.OfUrl(request.RequestUri!.OriginalString)).Append('\n');
        foreach (
            KeyValuePair<string, IEnumerable<string>> header in request
                .Headers.Concat(request.Content?.Headers.AsEnumerable() ?? [])
                .Where(h => !s_leftOut.Contains(h.Key))
                .OrderBy(h => h.Key, StringComparer.Ordinal)
        )
            text.Append(CultureInfo.InvariantCulture, $"{header.Key}: {string.Join(", ", header.Value)}\n");
        if (request.Content is { } content)
            text.Append('\n')
                .Append(
                    CanonicalText.OfBody(content.Headers.ContentType?.MediaType ?? "", await content.ReadAsStringAsync(cancellationToken))
                );
        Current.Requests.Add(ChangingIds().Replace(text.ToString(), "<id>"));
        HttpResponseMessage response = new((HttpStatusCode)Current.Status) { RequestMessage = request };
        if (Current.MediaType.Length > 0)
        {
            response.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(Current.Body));
            response.Content.Headers.TryAddWithoutValidation("Content-Type", Current.MediaType);
        }

        return response;
    }

    // Keys of idempotency and boundaries of parts are new in each call; the sample's own UUID begins otherwise.
    [GeneratedRegex("(?!0a1b2c3d)[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}", RegexOptions.CultureInvariant)]
    private static partial Regex ChangingIds();
}
