using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using CfGen.CodeGen;
using CfGen.Serialization;
using CfGen.Telemetry;

namespace CfGen.Pipeline.Responses;

/// <summary>From the body in a call's buffer to its value.</summary>
internal static class ResponseReader
{
    /// <summary>The value of the answer; <paramref name="hasValue"/> is false for an empty body and an envelope without a result.</summary>
    public static T? ReadValue<T, TCodec>(ApiRequestBuilder call, bool keepEnvelope, out bool hasValue)
        where TCodec : struct, IJsonCodec<T>
    {
        hasValue = false;
        ReadOnlySpan<byte> json = GetUtf8Body(call);
        if (json.IsEmpty || !call.HasValueBody)
            return default;
        ConnectionSettings settings = call.Connection.Settings!;
        var r = new JsonModelReader(json, settings.IsLenient, settings.MaxDepth);
        try
        {
            r.ReadFirstToken();
            T? value;
            if (call.Operation.Envelope == EnvelopeKind.None)
            {
                value = TCodec.Read(ref r);
                hasValue = true;
            }
            else
            {
                value = ReadEnvelope<T, TCodec>(ref r, call, keepEnvelope, out hasValue);
            }

            r.ReadToEnd();
            ReportDrift(call, ref r);
            return value;
        }
        catch (Exception e) when (e is JsonReadException or JsonException)
        {
            throw CreateException(call, json, e);
        }
    }

    /// <summary>Checks an answer whose value nobody wants.</summary>
    public static void CheckEnvelope(ApiRequestBuilder call, bool keepEnvelope)
    {
        if (call.Operation.Envelope != EnvelopeKind.None)
            ReadValue<bool, SkipCodec>(call, keepEnvelope, out _);
    }

    /// <summary>Checks that the body is JSON from its beginning to its end, and reads its envelope.</summary>
    public static void CheckWholeBody(ApiRequestBuilder call) => ReadValue<bool, SkipCodec>(call, keepEnvelope: true, out _);

    /// <summary>Says how many values a lenient read has let pass, and counts what the document does not know.</summary>
    internal static void ReportDrift(ApiRequestBuilder call, ref JsonModelReader r)
    {
        if ((r.InvalidValueCount | r.UnknownEnumCount | r.UnknownUnionCount) == 0)
            return;
        ClientTelemetry telemetry = call.Connection.Settings!.Telemetry;
        telemetry.CountDrift(call, "unknown_enum_value", r.UnknownEnumCount);
        telemetry.CountDrift(call, "unknown_union_type", r.UnknownUnionCount);
        telemetry.CountDrift(call, "broken_value", r.InvalidValueCount);
        if (r.InvalidValueCount > 0)
            CallLog.LogDrift(call, r.InvalidValueCount);
    }

    private static T? ReadEnvelope<T, TCodec>(ref JsonModelReader r, ApiRequestBuilder call, bool keepEnvelope, out bool hasValue)
        where TCodec : struct, IJsonCodec<T>
    {
        T? value = default;
        hasValue = false;
        bool success = false;
        EnvelopeReader? parts = keepEnvelope ? new() : null;
        bool wantsResult = call.Operation.Envelope == EnvelopeKind.Result;
        JsonObjectState outer = r.ReadStartObject();
        for (; r.HasMoreProperties(); r.SkipUnknown())
        {
            if (r.IsProperty("success"u8, 0b01))
                success = r.Boolean();
            if (parts is not null)
                parts.ReadProperty(ref r);
            if (wantsResult && r.IsProperty("result"u8, 0b10))
            {
                value = r.Value<T, TCodec>();
                hasValue = value is not null;
            }
        }

        if (r.TokenType == JsonTokenType.EndObject && r.HasSeen(0b01) && !success)
            throw ErrorFactory.FromStatus(call);
        r.ReadEndObject(
            outer,
            call.Operation is { IsResultRequired: true, Envelope: EnvelopeKind.Result } ? 0b11UL : 0b01UL,
            "success\0result"u8
        );
        call.Envelope = parts?.ToEnvelope(success);
        return value;
    }

    /// <summary>The body as text, by the encoding that it states; null where it is not the value.</summary>
    public static string? ReadText(ApiRequestBuilder call, out bool hasValue)
    {
        ReadOnlySpan<byte> text = GetUtf8Body(call);
        hasValue = call.HasValueBody && !text.IsEmpty;
        return call.HasValueBody ? Encoding.UTF8.GetString(text) : null;
    }

    private static ReadOnlySpan<byte> GetUtf8Body(ApiRequestBuilder call)
    {
        MediaTypeHeaderValue? type = call.Response!.Content.Headers.ContentType;
        if (type?.CharSet is { } charset && !charset.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            Transcode(call, charset.Trim('"'));
        if (call.Body.Bytes.StartsWith("\uFEFF"u8))
            call.Body.Replace(call.Body.Bytes[3..].ToArray());
        return call.Body.Bytes;
    }

    private static void Transcode(ApiRequestBuilder call, string charset)
    {
        try
        {
            call.Body.Replace(Encoding.Convert(Encoding.GetEncoding(charset), Encoding.UTF8, call.Body.Bytes.ToArray()));
        }
        catch (ArgumentException)
        {
            // An encoding that nobody knows: servers write all sorts of things there and send UTF-8.
        }
    }

    internal static ApiException CreateException(ApiRequestBuilder call, ReadOnlySpan<byte> json, Exception e)
    {
        // An envelope that reports failure often has no result that could be read.
        if (call.Operation.Envelope != EnvelopeKind.None && ErrorBodyReader.IsFailureEnvelope(json))
            return ErrorFactory.FromStatus(call);
        if (e is JsonReadException fault)
        {
            JsonLocation place = JsonLocation.Locate(json, fault.Offset, fault.MissingProperty);
            return ResponseFormatError.Create(
                call,
                $"breaks the document at {place.Path} (line {place.Line}): {fault.Message}",
                place,
                fault
            );
        }

        bool isJson = json.TrimStart(" \t\r\n"u8) is [(byte)'{' or (byte)'[', ..];
        if (!isJson)
            return ResponseFormatError.Create(call, "is no JSON", null, null);

        // The serializer's own message quotes the body, so neither it nor its exception goes along.
        JsonLocation end = JsonLocation.Locate(json, long.MaxValue, maxDepth: call.Connection.Settings!.MaxDepth) with
        {
            Line = (((JsonException)e).LineNumber ?? 0) + 1,
        };
        return ResponseFormatError.Create(call, $"is {DescribeJsonError(json)} at {end.Path} (line {end.Line})", end, null);
    }

    private static string DescribeJsonError(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json, isFinalBlock: false, new JsonReaderState(new JsonReaderOptions { MaxDepth = 1 << 20 }));
            while (reader.Read()) { }

            return reader.CurrentDepth == 0 && reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray)
                ? "JSON that nests deeper than MaxDepth"
                : "JSON that ends early";
        }
        catch (JsonException)
        {
            return "malformed JSON";
        }
    }

    /// <summary>For answers whose value nobody wants.</summary>
    private readonly record struct SkipCodec : IJsonCodec<bool>
    {
        public static bool Read(ref JsonModelReader r)
        {
            r.SkipValue();
            return false;
        }

        public static void Write(ref JsonModelWriter w, bool value) => throw new NotSupportedException();
    }
}
