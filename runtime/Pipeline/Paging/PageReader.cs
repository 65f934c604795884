using System.Text.Json;
using CfGen.CodeGen;
using CfGen.Pipeline.Responses;
using CfGen.Serialization;

namespace CfGen.Pipeline.Paging;

/// <summary>Reads the items of a page, wherever in the body they are.</summary>
internal static class PageReader
{
    /// <summary>The items; <paramref name="json"/> is the text of their array. No value, or null on the way to them, is an empty page.</summary>
    public static IReadOnlyList<T> ReadItems<T, TCodec>(ApiRequestBuilder call, PagingInfo paging, out ReadOnlySpan<byte> json)
        where TCodec : struct, IJsonCodec<T>
    {
        ResponseReader.CheckWholeBody(call); // also finds a body that ends after its items
        ReadOnlySpan<byte> body = call.Body.Bytes;
        json = default;
        if (body.IsEmpty)
            return [];
        try
        {
            string path =
                call.Operation.Envelope == EnvelopeKind.None ? paging.Items ?? ""
                : paging.Items is null ? "result"
                : "result." + paging.Items;
            if (!JsonPathReader.TryFind(body, path, out int start, out int end))
                return [];
            json = body[start..end];
            return ReadArray<T, TCodec>(call, body, start, json);
        }
        catch (JsonException e)
        {
            throw ResponseReader.CreateException(call, body, e);
        }
    }

    private static T[] ReadArray<T, TCodec>(ApiRequestBuilder call, ReadOnlySpan<byte> body, int start, ReadOnlySpan<byte> json)
        where TCodec : struct, IJsonCodec<T>
    {
        ConnectionSettings settings = call.Connection.Settings!;
        var r = new JsonModelReader(json, settings.IsLenient, settings.MaxDepth);
        try
        {
            r.ReadFirstToken();
            T[] items = r.ReadListValue<T, TCodec>() ?? [];
            ResponseReader.ReportDrift(call, ref r);
            return items;
        }
        catch (JsonReadException fault)
        {
            throw ResponseReader.CreateException(
                call,
                body,
                new JsonReadException(fault.Message, fault.Offset + start, fault.MissingProperty)
            );
        }
    }
}
