using System.Text.Json;

namespace CfGen.Infrastructure;

/// <summary>Reads the items of a page, wherever in the body they are.</summary>
internal static class PageReader
{
    /// <summary>The items; <paramref name="json"/> is the text of their array. No value, or null on the way to them, is an empty page.</summary>
    public static IReadOnlyList<T> Items<T, TCodec>(ApiCall call, PagingInfo paging, out ReadOnlySpan<byte> json)
        where TCodec : struct, IJsonCodec<T>
    {
        Decoder.CheckWhole(call); // also finds a body that ends after its items
        ReadOnlySpan<byte> body = call.Body.Bytes;
        json = default;
        if (body.IsEmpty)
            return [];
        try
        {
            string path = call.Operation.Envelope == EnvelopeKind.None ? paging.Items ?? "" : paging.Items is null ? "result" : "result." + paging.Items;
            if (!JsonSlice.TryFind(body, path, out int start, out int end))
                return [];
            json = body[start..end];
            return Read<T, TCodec>(call, body, start, json);
        }
        catch (JsonException e)
        {
            throw Decoder.Fault(call, body, e);
        }
    }

    private static T[] Read<T, TCodec>(ApiCall call, ReadOnlySpan<byte> body, int start, ReadOnlySpan<byte> json)
        where TCodec : struct, IJsonCodec<T>
    {
        ConnectionSettings settings = call.Connection.Settings!;
        var r = new JsonModelReader(json, settings.Lenient, settings.MaxDepth);
        try
        {
            r.Start();
            T[] items = r.TakeList<T, TCodec>() ?? [];
            Decoder.NoteDrift(call, ref r);
            return items;
        }
        catch (JsonFaultException fault)
        {
            throw Decoder.Fault(call, body, new JsonFaultException(fault.Message, fault.Offset + start, fault.Member));
        }
    }
}
