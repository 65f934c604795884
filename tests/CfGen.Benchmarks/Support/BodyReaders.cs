using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Acme.Cloudflare;
using CfGen.Benchmarks.Peers;
using CfGen.CodeGen;
using CfGen.Pipeline.Responses;

namespace CfGen.Benchmarks.Support;

/// <summary>The readers over one body: from bytes in memory, envelope included, to the model.</summary>
internal sealed class BodyReaders : IDisposable
{
    private readonly byte[] _body;
    private readonly ApiConnection _connection;
    private readonly HttpResponseMessage _response;
    private readonly ApiRequestBuilder _call;

    public BodyReaders(byte[] body)
    {
        _body = body;
        _connection = new ApiConnection(new CloudflareClientOptions { ApiToken = "token" });
        _call = _connection.CreateRequest(
            new ApiOperationInfo("get-risk-score", HttpMethod.Get, "/") { Envelope = EnvelopeKind.Result },
            null
        );
        _response = new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(body) };
        _response.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        _call.AcceptResponse(_response);
        _call.Body.Replace(body);
    }

    /// <summary>Reads the body as a call does after it has received it.</summary>
    public RiskScoringGetResponse ReadWithCfGen() =>
        ResponseReader.ReadValue<RiskScoringGetResponse, ModelCodec<RiskScoringGetResponse>>(_call, keepEnvelope: false, out _)!;

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
        _call.Release();
        _response.Dispose();
        _connection.Dispose();
    }
}
