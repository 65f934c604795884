using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json;
using CfGen.CodeGen;
using CfGen.Pipeline;
using CfGen.Pipeline.Responses;

namespace CfGen.Serialization;

/// <summary>
/// Reads server-sent events as the HTML standard defines them: a blank line ends an event, several lines of data are joined by line
/// feeds, and comments are skipped. The data <c>[DONE]</c>, with which many servers end their streams, ends the sequence. The size limit
/// of a response applies to each event, which <c>System.Net.ServerSentEvents</c> does not support.
/// </summary>
internal sealed class SseReader<T, TCodec>(SsePayload form) : LineValueReader<T>
    where TCodec : struct, IValueCodec<T>
{
    private readonly ArrayBufferWriter<byte> _data = new();
    private readonly ArrayBufferWriter<byte> _fieldsJson = new();
    private string? _eventType;
    private string? _id;
    private long? _retry;
    private bool _hasData;
    private bool _isDone;
    private bool _isFirst = true;

    public override bool IsDone => _isDone;

    public override bool EndsLineAtCarriageReturn => true;

    public override void CheckResponse(ApiMessage message)
    {
        if (
            message.Response!.Content.Headers.ContentType?.MediaType is { } type
            && !type.Equals("text/event-stream", StringComparison.OrdinalIgnoreCase)
        )
            throw ResponseFormatError.Create(
                message,
                "is not a stream of server-sent events. Many APIs send one only if a member of the request, such as 'stream', asks for it",
                null,
                null
            );
    }

    public override bool TryReadValue(ApiMessage message, out T? value)
    {
        ReadOnlySpan<byte> line = message.Body.Bytes;
        if (_isFirst && line.StartsWith("\uFEFF"u8))
            line = line[3..];
        _isFirst = false;
        if (line.IsEmpty)
            return TryReadFinalValue(message, out value);
        value = default;
        int colon = line.IndexOf((byte)':');
        ReadOnlySpan<byte> content = colon < 0 ? default : line[(colon + 1)..];
        content = content is [(byte)' ', ..] ? content[1..] : content;
        ReadField(message, colon < 0 ? line : line[..colon], content);
        message.Body.Release();
        return false;
    }

    /// <summary>Returns an event that the end of the response ends, because nothing shows that it is incomplete.</summary>
    public override bool TryReadFinalValue(ApiMessage message, out T? value)
    {
        value = default;
        message.Body.Release();
        bool has = _hasData && !_isDone;
        if (has && _data.WrittenSpan.SequenceEqual("[DONE]"u8))
        {
            _isDone = true;
            has = false;
        }

        if (has)
        {
            message.Body.Replace(form == SsePayload.Data ? _data.WrittenSpan : WriteFieldsAsJson(message));
            value = ResponseReader.ReadValue<T, TCodec>(message, null, out _);
            message.Body.Release();
        }

        _data.ResetWrittenCount();
        _eventType = null;
        _retry = null;
        _hasData = false;
        return has;
    }

    private void ReadField(ApiMessage message, ReadOnlySpan<byte> name, ReadOnlySpan<byte> content)
    {
        if (name.SequenceEqual("data"u8))
        {
            if (_hasData)
                _data.Write("\n"u8);
            _data.Write(content);
            _hasData = true;
            message.CheckBodyLength(_data.WrittenCount);
        }
        else if (name.SequenceEqual("event"u8))
        {
            _eventType = Encoding.UTF8.GetString(content);
        }
        else if (name.SequenceEqual("id"u8) && content.IndexOf((byte)0) < 0)
        {
            // The id is the position in the stream, and stays until another one arrives.
            _id = Encoding.UTF8.GetString(content);
        }
        else if (
            name.SequenceEqual("retry"u8)
            && Utf8Parser.TryParse(content, out long retry, out int used)
            && used == content.Length
            && retry >= 0
        )
        {
            _retry = retry;
        }
    }

    private ReadOnlySpan<byte> WriteFieldsAsJson(ApiMessage message)
    {
        _fieldsJson.ResetWrittenCount();
        using var writer = new Utf8JsonWriter(_fieldsJson);
        bool isItem = form is SsePayload.Items or SsePayload.TextItems;
        writer.WriteStartObject();
        if (_eventType is not null)
            writer.WriteString(isItem ? "eventType"u8 : "event"u8, _eventType);
        if (_id is not null)
            writer.WriteString(isItem ? "eventId"u8 : "id"u8, _id);
        if (_retry is { } retry && isItem)
            writer.WriteString("reconnectionInterval"u8, FormatInterval(retry));
        else if (_retry is { } milliseconds)
            writer.WriteNumber("retry"u8, milliseconds);
        writer.WritePropertyName("data"u8);
        if (form is SsePayload.Fields or SsePayload.Items && IsJson(_data.WrittenSpan, message.Request.Settings.MaxDepth))
            writer.WriteRawValue(_data.WrittenSpan, skipInputValidation: true);
        else
            writer.WriteStringValue(Encoding.UTF8.GetString(_data.WrittenSpan));
        writer.WriteEndObject();
        writer.Flush();
        return _fieldsJson.WrittenSpan;
    }

    /// <summary>Formats milliseconds as a TimeSpan, which the longest delay of a server is far below.</summary>
    private static string FormatInterval(long milliseconds) =>
        TimeSpan
            .FromTicks(Math.Min(milliseconds, TimeSpan.MaxValue.Ticks / TimeSpan.TicksPerMillisecond) * TimeSpan.TicksPerMillisecond)
            .ToString("c", CultureInfo.InvariantCulture);

    private static bool IsJson(ReadOnlySpan<byte> text, int maxDepth)
    {
        var reader = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = maxDepth });
        try
        {
            while (reader.Read()) { }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
