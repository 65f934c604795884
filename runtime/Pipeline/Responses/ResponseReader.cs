using System.Net;
using System.Text;
using System.Text.Json;
using CfGen.CodeGen;
using CfGen.Serialization;
using CfGen.Telemetry;

namespace CfGen.Pipeline.Responses;

/// <summary>Reads the value of a response from the body in the message.</summary>
internal static class ResponseReader
{
    private const string MissingProperty = "missing_property";
    private const string BrokenValue = "broken_value";

    /// <summary>Reads the value; <paramref name="hasValue"/> is false for an empty body and an envelope without a result.</summary>
    /// <exception cref="ApiException">
    /// The body is empty although the operation always has a value, or is not what the document says.
    /// </exception>
    /// <param name="message">The message.</param>
    /// <param name="envelope">Takes the other parts of the envelope; null if nobody needs them.</param>
    /// <param name="hasValue">True if there is a value.</param>
    public static T? ReadValue<T, TCodec>(ApiMessage message, EnvelopeReader? envelope, out bool hasValue)
        where TCodec : struct, IValueCodec<T>
    {
        hasValue = false;
        ReadOnlySpan<byte> json = BodyCharset.ToUtf8(message);
        if (!message.HasValueBody)
            return default;
        if (json.IsEmpty)
        {
            CheckEmptyBody(message);
            return default;
        }

        ConnectionSettings settings = message.Request.Settings;
        var r = new JsonModelReader(json, settings.IsLenient, settings.MaxDepth, settings.SerializerOptions, message.CallToken);
        try
        {
            r.ReadFirstToken();
            T? value;
            if (message.Request.Operation.Envelope == EnvelopeKind.None)
            {
                value = TCodec.Read(ref r);
                hasValue = true;
            }
            else
            {
                value = ReadEnvelope<T, TCodec>(ref r, message, envelope, out hasValue);
            }

            r.ReadToEnd();
            ReportDrift(message, ref r);
            return value;
        }
        catch (Exception e) when (e is JsonReadException or JsonException)
        {
            ReportDrift(message, ref r);
            throw CreateException(message, json, e);
        }
    }

    /// <summary>Checks that a response may have no value: 204 and 205 have no body by definition, whatever the document says.</summary>
    private static void CheckEmptyBody(ApiMessage message)
    {
        if (
            message.Request.Operation.IsValueRequired
            && message.Response!.StatusCode is not (HttpStatusCode.NoContent or HttpStatusCode.ResetContent)
        )
            throw ResponseFormatError.Create(
                message,
                "is empty, but the document requires a value. Declare a success without a body in the document if the API may send none",
                null,
                null
            );
    }

    /// <summary>Checks the response of an operation that has no value.</summary>
    public static void CheckEnvelope(ApiMessage message, EnvelopeReader? envelope)
    {
        if (message.Request.Operation.Envelope != EnvelopeKind.None)
            ReadValue<bool, SkipCodec>(message, envelope, out _);
    }

    /// <summary>Checks that the body is JSON from its beginning to its end, and reads its envelope.</summary>
    public static void CheckWholeBody(ApiMessage message, EnvelopeReader? envelope) => ReadValue<bool, SkipCodec>(message, envelope, out _);

    /// <summary>Logs the values that a lenient read accepted, and counts the values that the document does not declare.</summary>
    internal static void ReportDrift(ApiMessage message, ref JsonModelReader r)
    {
        if ((r.InvalidValueCount | r.UnknownEnumCount | r.UnknownUnionCount) == 0)
            return;
        ClientTelemetry telemetry = message.Request.Settings.Telemetry;
        string id = message.Request.Operation.Id;
        telemetry.CountDrift(id, "unknown_enum_value", r.UnknownEnumCount);
        telemetry.CountDrift(id, "unknown_union_type", r.UnknownUnionCount);
        telemetry.CountDrift(id, MissingProperty, r.MissingPropertyCount);
        telemetry.CountDrift(id, BrokenValue, r.InvalidValueCount - r.MissingPropertyCount);
        if (r.InvalidValueCount > 0)
            CallLog.LogDrift(message, r.InvalidValueCount);
    }

    /// <summary>Counts the violation that ends the reading of a response.</summary>
    internal static void CountViolation(ApiRequest request, JsonReadException exception) =>
        request.Settings.Telemetry.CountDrift(request.Operation.Id, exception.MissingProperty is null ? BrokenValue : MissingProperty, 1);

    private static T? ReadEnvelope<T, TCodec>(ref JsonModelReader r, ApiMessage message, EnvelopeReader? envelope, out bool hasValue)
        where TCodec : struct, IValueCodec<T>
    {
        T? value = default;
        hasValue = false;
        bool success = false;
        bool hasResult = message.Request.Operation.Envelope == EnvelopeKind.Result;
        JsonObjectState outer = r.ReadStartObject();
        for (; r.HasMoreProperties(); r.SkipUnknown())
        {
            if (r.IsProperty("success"u8, 0b01))
                success = r.Boolean();
            envelope?.ReadProperty(ref r);
            if (hasResult && r.IsProperty("result"u8, 0b10))
            {
                value = r.Value<T, TCodec>();
                hasValue = value is not null;
            }
        }

        if (r.TokenType == JsonTokenType.EndObject && r.HasSeen(0b01) && !success)
            throw ErrorFactory.FromStatus(message);
        r.ReadEndObject(
            outer,
            message.Request.Operation is { IsResultRequired: true, Envelope: EnvelopeKind.Result } ? 0b11UL : 0b01UL,
            "success\0result"u8
        );
        envelope?.Complete(success);
        return value;
    }

    /// <summary>
    /// Reads the body as text in the charset of its media type; null if the document declares another body for the status.
    /// </summary>
    public static string? ReadText(ApiMessage message, out bool hasValue)
    {
        ReadOnlySpan<byte> text = BodyCharset.ToUtf8(message);
        hasValue = message.HasValueBody && !text.IsEmpty;
        return message.HasValueBody ? ReadJsonString(message, text) ?? Encoding.UTF8.GetString(text) : null;
    }

    /// <summary>Reads a text that the server sends as a JSON string, in quotes; null for any other body.</summary>
    private static string? ReadJsonString(ApiMessage message, ReadOnlySpan<byte> body)
    {
        if (
            body.TrimStart(" \t\r\n"u8) is not [(byte)'"', ..]
            || message.Response!.Content.Headers.ContentType?.MediaType is not { } type
            || !type.EndsWith("json", StringComparison.OrdinalIgnoreCase)
        )
            return null;
        try
        {
            var reader = new Utf8JsonReader(body);
            reader.Read();
            string? text = reader.GetString();
            return reader.Read() ? null : text;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null; // the body stays as it is
        }
    }

    /// <summary>Creates the exception for a body that cannot be read.</summary>
    internal static ApiException CreateException(ApiMessage message, ReadOnlySpan<byte> json, Exception e)
    {
        // An envelope that reports failure often has no result that could be read.
        if (message.Request.Operation.Envelope != EnvelopeKind.None && ErrorBodyReader.IsFailureEnvelope(json))
            return ErrorFactory.FromStatus(message);
        if (e is JsonReadException exception)
        {
            CountViolation(message.Request, exception);
            JsonLocation place = JsonLocation.Locate(json, exception.Offset, exception.MissingProperty);
            return ResponseFormatError.Create(
                message,
                $"violates the document at {place.Path} (line {place.Line}): {exception.Message}",
                place,
                exception
            );
        }

        bool isJson = json.TrimStart(" \t\r\n"u8) is [(byte)'{' or (byte)'[', ..];
        if (!isJson)
            return ResponseFormatError.Create(message, "is not JSON", null, null);

        // The message of the JSON library quotes the body, so neither it nor its exception is passed on.
        JsonLocation end = JsonLocation.Locate(json, long.MaxValue, maxDepth: message.Request.Settings.MaxDepth) with
        {
            Line = (((JsonException)e).LineNumber ?? 0) + 1,
        };
        return ResponseFormatError.Create(message, $"is {DescribeJsonError(json)} at {end.Path} (line {end.Line})", end, null);
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

    /// <summary>Skips a value that nobody reads.</summary>
    private readonly record struct SkipCodec : IValueCodec<bool>
    {
        public static bool Read(ref JsonModelReader r)
        {
            r.SkipValue();
            return false;
        }

        public static void Write(ref JsonModelWriter w, bool value) => throw new NotSupportedException();
    }
}
