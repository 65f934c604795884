using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Authentication;

namespace CfGen.Tasks.Updating;

/// <summary>
/// Fetches files over HTTP and from disk. Redirects are followed here and not by the handler, because the headers of the project go to the
/// server that it names and to no other.
/// </summary>
internal sealed class DocumentFetcher(UpdateHeaders headers, FetchLimits limits, CancellationToken ct)
{
    private const int MaximumRedirects = 10;

    private readonly LimitedBuffer _buffer = new(limits.Bytes);

    /// <summary>Fetches a file.</summary>
    /// <param name="origin">The URL of the project, whose server gets the headers; null for a file.</param>
    /// <param name="validators">The validators of the content that the project has.</param>
    /// <exception cref="UpdateException">The file was not fetched.</exception>
    public FetchedFile Fetch(SourceLocation source, Uri? origin, Validators validators)
    {
        try
        {
            System.Threading.Tasks.Task<FetchedFile> fetch = source.Url is null
                ? ReadFileAsync(source)
                : FetchAsync(source, origin, validators);
            return fetch.GetAwaiter().GetResult();
        }
        catch (Exception e) when (Describe(e) is { } reason)
        {
            throw new UpdateException(UpdateFindings.NotFetched(source.Display, headers.Redact(reason)));
        }
    }

    private string? Describe(Exception exception) =>
        exception switch
        {
            LimitExceededException => $"it has more than {_buffer.Maximum} bytes, the limit of CfGenUpdateMaxSize",
            _ when ct.IsCancellationRequested =>
                $"the update took longer than {limits.Time.TotalSeconds} seconds, the limit of CfGenUpdateTimeout, or was canceled",
            OperationCanceledException => "the connection was closed",
            InvalidDataException => "its compression is broken",
            HttpRequestException or IOException or UnauthorizedAccessException or AuthenticationException or WebException => GetInnermost(
                exception
            )
                .Message.TrimEnd('.'),
            NotSupportedException or InvalidOperationException => exception.Message.TrimEnd('.'),
            _ => null,
        };

    private static Exception GetInnermost(Exception exception)
    {
        while (exception.InnerException is { } inner)
            exception = inner;
        return exception;
    }

    private async System.Threading.Tasks.Task<FetchedFile> ReadFileAsync(SourceLocation source)
    {
        using FileStream stream = new(source.FilePath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        return new FetchedFile(source, await _buffer.ReadAsync(stream, counts: true, ct).ConfigureAwait(false));
    }

    private async System.Threading.Tasks.Task<FetchedFile> FetchAsync(SourceLocation source, Uri? origin, Validators validators)
    {
        SourceLocation location = source;
        for (int redirects = 0; ; redirects++)
        {
            Uri url = location.Url!;
            using HttpClientHandler handler = new()
            {
                AllowAutoRedirect = false,
                AutomaticDecompression = DecompressionMethods.None,
                UseCookies = false,
                // A proxy is on another machine: what is sent to this one stays here.
                UseProxy = !url.IsLoopback,
            };
#pragma warning disable CA5399 // Like other build tools: many build machines do not reach the servers that say what was revoked.
            using HttpClient client = new(handler) { Timeout = Timeout.InfiniteTimeSpan };
#pragma warning restore CA5399
            using HttpRequestMessage request = CreateRequest(url, origin, validators);
            using HttpResponseMessage response = await client
                .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct)
                .ConfigureAwait(false);
            if (response.Headers.Location is { } target && IsRedirect(response.StatusCode))
            {
                if (redirects == MaximumRedirects)
                    throw new HttpRequestException($"it redirects more than {MaximumRedirects} times");
                location = Follow(location, target.IsAbsoluteUri ? target : new Uri(url, target));
                continue;
            }

            return await ReadResponseAsync(location, response, validators).ConfigureAwait(false);
        }
    }

    private HttpRequestMessage CreateRequest(Uri url, Uri? origin, Validators validators)
    {
        HttpRequestMessage request = new(HttpMethod.Get, url);
        if (origin is not null && SourceLocation.HasSameOrigin(origin, url))
            headers.AddTo(request);
        AddDefault("Accept", "application/json, application/yaml, application/vnd.oai.openapi, text/yaml, */*;q=0.5");
        AddDefault("Accept-Encoding", "gzip, deflate");
        AddDefault("User-Agent", "CfGen");
        AddDefault("If-None-Match", validators.EntityTag);
        AddDefault("If-Modified-Since", validators.LastModified);
        return request;

        void AddDefault(string name, string value)
        {
            if (value.Length > 0 && !request.Headers.Contains(name))
                request.Headers.TryAddWithoutValidation(name, value);
        }
    }

    private static bool IsRedirect(HttpStatusCode status) => (int)status is 301 or 302 or 303 or 307 or 308;

    private static SourceLocation Follow(SourceLocation location, Uri target) =>
        location.Redirect(target)
        ?? throw new HttpRequestException(
            $"it redirects to '{SourceLocation.Describe(target)}'. A redirect from https leads to https, and one on this machine stays there"
        );

    private async System.Threading.Tasks.Task<FetchedFile> ReadResponseAsync(
        SourceLocation location,
        HttpResponseMessage response,
        Validators validators
    )
    {
        int status = (int)response.StatusCode;
        if (status == 304 && !validators.IsEmpty)
            return new FetchedFile(location, null) { Validators = validators };
        string type = response.Content?.Headers.ContentType?.ToString() ?? "";
        string description = $"a response with status {status} and {(type.Length == 0 ? "no content type" : $"content type '{type}'")}";
        if (status != 200)
            throw new HttpRequestException($"the server sent {description}");
        // On .NET Framework, a read does not end with its token.
        using CancellationTokenRegistration registration = ct.Register(response.Dispose);
        return new FetchedFile(location, await ReadContentAsync(response.Content!).ConfigureAwait(false))
        {
            Description = headers.Redact(description),
            MediaType = response.Content!.Headers.ContentType?.MediaType?.ToLowerInvariant() ?? "",
            Validators = new Validators(GetValue(response.Headers, "ETag"), GetValue(response.Content.Headers, "Last-Modified")),
        };
    }

    private async System.Threading.Tasks.Task<byte[]> ReadContentAsync(HttpContent content)
    {
        using Stream stream = await content.ReadAsStreamAsync().ConfigureAwait(false);
        string[] encodings = [.. content.Headers.ContentEncoding.Select(e => e.ToLowerInvariant()).Where(e => e != "identity")];
        if (encodings.Length == 0)
            return await _buffer.ReadAsync(stream, counts: true, ct).ConfigureAwait(false);
        if (encodings.Length > 1 || encodings[0] is not ("gzip" or "x-gzip" or "deflate"))
            throw new HttpRequestException($"its compression is '{string.Join(", ", encodings)}'");
        byte[] compressed = await _buffer.ReadAsync(stream, counts: false, ct).ConfigureAwait(false);
        using Stream expanded =
            encodings[0] == "deflate"
                ? CreateInflater(compressed)
                : new GZipStream(new MemoryStream(compressed), CompressionMode.Decompress);
        byte[] bytes = await _buffer.ReadAsync(expanded, counts: true, ct).ConfigureAwait(false);
        // The stream of .NET accepts a text that ends too early.
        if (encodings[0] != "deflate" && !HasLength(compressed, bytes.Length))
            throw new InvalidDataException();
        return bytes;
    }

    // Servers send deflate with the two bytes of zlib, as the standard wants it, or without.
    private static DeflateStream CreateInflater(byte[] compressed)
    {
        bool hasHeader = compressed.Length > 2 && (compressed[0] & 15) == 8 && ((compressed[0] << 8) + compressed[1]) % 31 == 0;
        int start = hasHeader ? 2 : 0;
        return new DeflateStream(new MemoryStream(compressed, start, compressed.Length - start), CompressionMode.Decompress);
    }

    // The last four bytes of gzip are the length.
    private static bool HasLength(byte[] compressed, int length)
    {
        int end = compressed.Length;
        return end >= 18
            && compressed[end - 4] == (byte)length
            && compressed[end - 3] == (byte)(length >> 8)
            && compressed[end - 2] == (byte)(length >> 16)
            && compressed[end - 1] == (byte)(length >> 24);
    }

    private static string GetValue(HttpHeaders responseHeaders, string name) =>
        responseHeaders.TryGetValues(name, out IEnumerable<string>? values) ? values.First() : "";
}
