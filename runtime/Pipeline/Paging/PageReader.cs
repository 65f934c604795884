using System.Text.Json;
using CfGen.CodeGen;
using CfGen.Pipeline.Responses;
using CfGen.Serialization;

namespace CfGen.Pipeline.Paging;

/// <summary>Reads the items of a page.</summary>
internal static class PageReader
{
    /// <summary>Reads the items; <paramref name="json"/> is the JSON of their array. A body without the array is an empty page.</summary>
    public static IReadOnlyList<T> ReadItems<T, TCodec>(
        ApiMessage message,
        PagingInfo paging,
        out ReadOnlySpan<byte> json,
        out ApiEnvelope? envelope
    )
        where TCodec : struct, IValueCodec<T>
    {
        EnvelopeReader? reader = EnvelopeReader.CreateFor(message.Request.Operation);
        ResponseReader.CheckWholeBody(message, reader); // also finds a body that ends after its items
        envelope = reader?.Envelope;
        ReadOnlySpan<byte> body = message.Body.Bytes;
        json = default;
        if (body.IsEmpty || !message.HasValueBody)
            return [];
        try
        {
            string path =
                message.Request.Operation.Envelope == EnvelopeKind.None ? paging.ItemsPath ?? ""
                : paging.ItemsPath is null ? "result"
                : "result." + paging.ItemsPath;
            if (!JsonPathReader.TryFind(body, path, out int start, out int end))
                return [];
            json = body[start..end];
            return ReadArray<T, TCodec>(message, body, start, json);
        }
        catch (JsonException e)
        {
            throw ResponseReader.CreateException(message, body, e);
        }
    }

    private static T[] ReadArray<T, TCodec>(ApiMessage message, ReadOnlySpan<byte> body, int start, ReadOnlySpan<byte> json)
        where TCodec : struct, IValueCodec<T>
    {
        ConnectionSettings settings = message.Request.Settings;
        var r = new JsonModelReader(json, settings.IsLenient, settings.MaxDepth, settings.SerializerOptions, message.CallToken);
        try
        {
            r.ReadFirstToken();
            T[] items = r.ReadListValue<T, TCodec>() ?? [];
            ResponseReader.ReportDrift(message, ref r);
            return items;
        }
        catch (JsonReadException exception)
        {
            ResponseReader.ReportDrift(message, ref r);
            throw ResponseReader.CreateException(
                message,
                body,
                new JsonReadException(exception.Message, exception.Offset + start, exception.MissingProperty)
            );
        }
    }
}
