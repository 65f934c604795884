using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Acme.Cloudflare;
using CfGen.Benchmarks.Peers;
using CfGen.CodeGen;
using CfGen.Pipeline;
using CfGen.Pipeline.Responses;

namespace CfGen.Benchmarks.Support;

/// <summary>The readers over one body: from bytes in memory, envelope included, to the model.</summary>
internal sealed class BodyReaders : IDisposable
{
    private readonly byte[] _body;
    private readonly ApiConnection _connection;
    private readonly HttpResponseMessage _response;
    private readonly ApiMessage _message;

    public BodyReaders(byte[] body)
    {
        _body = body;
        _connection = new ApiConnection(new CloudflareClientOptions { ApiToken = "token" });
        var operation = new ApiOperationInfo("get-risk-score", HttpMethod.Get, "/") { Envelope = EnvelopeKind.Result };
        _response = new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(body) };
        _response.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        _message = new ApiMessage(new ApiRequest(_connection, operation, null, "https://api.example.com/", null, null, null))
        {
            Response = _response,
        };
        _message.Body.Replace(body);
    }

    /// <summary>Reads the body as a call does after it has received it.</summary>
    public RiskScoringGetResponse ReadWithCfGen() =>
        ResponseReader.ReadValue<RiskScoringGetResponse, ModelCodec<RiskScoringGetResponse>>(_message, null, out _)!;

    public HandWrittenScore ReadHandWritten()
    {
        HandWrittenEnvelope? envelope = JsonSerializer.Deserialize(_body, HandWrittenContext.Default.HandWrittenEnvelope);
        return envelope is { Success: true, Result: { } score } ? score : throw new InvalidOperationException();
    }

    public RecordScore ReadRecords()
    {
        RecordEnvelope? envelope = JsonSerializer.Deserialize(_body, HandWrittenContext.Default.RecordEnvelope);
        return envelope is { Success: true, Result: { } score } ? score : throw new InvalidOperationException();
    }

    public void Dispose()
    {
        _message.ReleaseBody();
        _response.Dispose();
        _connection.Dispose();
    }
}
