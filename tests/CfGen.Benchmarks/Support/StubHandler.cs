using System.Net;
using System.Net.Http.Headers;

namespace CfGen.Benchmarks.Support;

/// <summary>Responds to every request from memory: what is left is the client.</summary>
internal sealed class StubHandler(byte[] body) : HttpMessageHandler
{
    private static readonly MediaTypeHeaderValue s_json = new("application/json");

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ByteArrayContent content = new(body);
        content.Headers.ContentType = s_json;
        return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = content, RequestMessage = request });
    }
}
