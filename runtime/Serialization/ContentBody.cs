using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace CfGen.Serialization;

/// <summary>The content of a request of the caller's own. The caller keeps it: all attempts copy from it.</summary>
internal sealed class ContentBody(HttpContent content) : RequestBody(content.Headers.ContentType?.MediaType ?? "")
{
    private readonly bool _isReplayable = IsReplayable(content);
    private bool _isRead;

    public override bool CanSend => _isReplayable || !_isRead;

    public override long? Length => content.Headers.ContentLength;

    public override Task WriteAsync(Stream to, CancellationToken cancellationToken)
    {
        _isRead = true;
        return content.CopyToAsync(to, cancellationToken);
    }

    public override HttpContent ToContent()
    {
        HttpContent copy = base.ToContent();
        copy.Headers.Clear();
        foreach ((string name, HeaderStringValues values) in content.Headers.NonValidated)
        {
            if (!name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase))
                copy.Headers.TryAddWithoutValidation(name, values);
        }

        return copy;
    }

    // A stream may be at its end after the first attempt, and an unknown content may be anything.
    private static bool IsReplayable(HttpContent content) =>
        content is ByteArrayContent or ReadOnlyMemoryContent or JsonContent
        || (content is MultipartContent parts && parts.All(static part => IsReplayable(part)));
}
