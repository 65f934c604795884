using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace CfGen.Infrastructure;

/// <summary>From the body in a call's buffer to its value.</summary>
internal static class Decoder
{
    /// <summary>The value of the answer; <paramref name="hasValue"/> is false for an empty body and an envelope without a result.</summary>
    public static T? Value<T, TCodec>(ApiCall call, bool keepEnvelope, out bool hasValue)
        where TCodec : struct, IJsonCodec<T>
    {
        hasValue = false;
        ReadOnlySpan<byte> json = Utf8(call);
        if (json.IsEmpty || !call.CarriesValue)
            return default;
        ConnectionSettings settings = call.Connection.Settings!;
        var r = new JsonModelReader(json, settings.Lenient, settings.MaxDepth);
        try
        {
            r.Start();
            T? value;
            if (call.Operation.Envelope == EnvelopeKind.None)
            {
                value = TCodec.Read(ref r);
                hasValue = true;
            }
            else
            {
                value = Unwrap<T, TCodec>(ref r, call, keepEnvelope, out hasValue);
            }

            r.Finish();
            NoteDrift(call, ref r);
            return value;
        }
        catch (Exception e) when (e is JsonFaultException or JsonException)
        {
            throw Fault(call, json, e);
        }
    }

    /// <summary>Checks an answer whose value nobody wants.</summary>
    public static void Check(ApiCall call, bool keepEnvelope)
    {
        if (call.Operation.Envelope != EnvelopeKind.None)
            Value<bool, NothingCodec>(call, keepEnvelope, out _);
    }

    /// <summary>Checks that the body is JSON from its beginning to its end, and reads its envelope.</summary>
    public static void CheckWhole(ApiCall call) => Value<bool, NothingCodec>(call, keepEnvelope: true, out _);

    /// <summary>Says how many values a lenient read has let pass, and counts what the document does not know.</summary>
    internal static void NoteDrift(ApiCall call, ref JsonModelReader r)
    {
        if ((r.Drift | r.UnknownEnums | r.UnknownUnions) == 0)
            return;
        Telemetry telemetry = call.Connection.Settings!.Telemetry;
        telemetry.Drift(call, "unknown_enum_value", r.UnknownEnums);
        telemetry.Drift(call, "unknown_union_type", r.UnknownUnions);
        telemetry.Drift(call, "broken_value", r.Drift);
        if (r.Drift > 0)
            Log.Drift(call, r.Drift);
    }

    private static T? Unwrap<T, TCodec>(ref JsonModelReader r, ApiCall call, bool keepEnvelope, out bool hasValue)
        where TCodec : struct, IJsonCodec<T>
    {
        T? value = default;
        hasValue = false;
        bool success = false;
        EnvelopeParts? parts = keepEnvelope ? new() : null;
        bool wantsResult = call.Operation.Envelope == EnvelopeKind.Result;
        JsonFrame outer = r.Begin();
        for (; r.More(); r.Drop())
        {
            if (r.On("success"u8, 0b01))
                success = r.Bool();
            if (parts is not null)
                parts.Read(ref r);
            if (wantsResult && r.On("result"u8, 0b10))
            {
                value = r.Value<T, TCodec>();
                hasValue = value is not null;
            }
        }

        if (r.TokenType == JsonTokenType.EndObject && r.Saw(0b01) && !success)
            throw Failures.Status(call);
        r.End(outer, call.Operation is { ResultRequired: true, Envelope: EnvelopeKind.Result } ? 0b11UL : 0b01UL, "success\0result"u8);
        call.Envelope = parts?.ToEnvelope(success);
        return value;
    }

    /// <summary>The body as text, by the encoding that it states; null where it is not the value.</summary>
    public static string? Text(ApiCall call, out bool hasValue)
    {
        ReadOnlySpan<byte> text = Utf8(call);
        hasValue = call.CarriesValue && !text.IsEmpty;
        return call.CarriesValue ? Encoding.UTF8.GetString(text) : null;
    }

    private static ReadOnlySpan<byte> Utf8(ApiCall call)
    {
        MediaTypeHeaderValue? type = call.Response!.Content.Headers.ContentType;
        if (type?.CharSet is { } charset && !charset.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            Transcode(call, charset.Trim('"'));
        if (call.Body.Bytes.StartsWith("\uFEFF"u8))
            call.Body.Replace(call.Body.Bytes[3..].ToArray());
        return call.Body.Bytes;
    }

    private static void Transcode(ApiCall call, string charset)
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

    internal static ApiException Fault(ApiCall call, ReadOnlySpan<byte> json, Exception e)
    {
        // An envelope that reports failure often has no result that could be read.
        if (call.Operation.Envelope != EnvelopeKind.None && ErrorReader.IsFailure(json))
            return Failures.Status(call);
        if (e is JsonFaultException fault)
        {
            JsonPlace place = JsonPlace.Find(json, fault.Offset, fault.Member);
            return FormatFault.Make(call, $"breaks the document at {place.Path} (line {place.Line}): {fault.Message}", place, fault);
        }

        bool isJson = json.TrimStart(" \t\r\n"u8) is [(byte)'{' or (byte)'[', ..];
        if (!isJson)
            return FormatFault.Make(call, "is no JSON", null, null);

        // The serializer's own message quotes the body, so neither it nor its exception goes along.
        JsonPlace end = JsonPlace.Find(json, long.MaxValue, maxDepth: call.Connection.Settings!.MaxDepth) with { Line = (((JsonException)e).LineNumber ?? 0) + 1 };
        return FormatFault.Make(call, $"is {Diagnose(json)} at {end.Path} (line {end.Line})", end, null);
    }

    private static string Diagnose(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json, isFinalBlock: false, new JsonReaderState(new JsonReaderOptions { MaxDepth = 1 << 20 }));
            while (reader.Read())
            {
            }

            return reader.CurrentDepth == 0 && reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray) ? "JSON that nests deeper than MaxDepth" : "JSON that ends early";
        }
        catch (JsonException)
        {
            return "malformed JSON";
        }
    }

    /// <summary>For answers whose value nobody wants.</summary>
    private readonly record struct NothingCodec : IJsonCodec<bool>
    {
        public static bool Read(ref JsonModelReader r)
        {
            r.SkipValue();
            return false;
        }

        public static void Write(ref JsonModelWriter w, bool value) => throw new NotSupportedException();
    }
}
