using System.Text.Json;
using CfGen.CodeGen;
using CfGen.Pipeline;
using CfGen.Pipeline.Responses;

namespace CfGen.Serialization;

/// <summary>
/// Reads one JSON value a line, and skips empty lines. A text sequence (RFC 7464), which begins with a record separator, can have values
/// of several lines: a value ends with the line that completes it.
/// </summary>
internal sealed class JsonLinesReader<T, TCodec> : LineValueReader<T>
    where TCodec : struct, IValueCodec<T>
{
    private const byte RecordSeparator = 0x1E;

    private bool _isSequence;
    private int _incompleteLength;

    public override bool TryReadValue(ApiMessage message, out T? value)
    {
        ReadOnlySpan<byte> text = message.Body.Bytes;
        _isSequence |= text is [RecordSeparator, ..];
        ReadOnlySpan<byte> content = text.TrimStart(_isSequence ? " \t\r\u001E"u8 : " \t\r"u8);
        if (_isSequence && IsIncomplete(text, content))
        {
            _incompleteLength = text.Length;
            value = default;
            return false;
        }

        return ReadValue(message, content, out value);
    }

    /// <summary>Reads a value that the end of the response cuts off, which is an error.</summary>
    public override bool TryReadFinalValue(ApiMessage message, out T? value)
    {
        value = default;
        return _incompleteLength > 0 && ReadValue(message, message.Body.Bytes.TrimStart(RecordSeparator), out value);
    }

    private bool ReadValue(ApiMessage message, ReadOnlySpan<byte> content, out T? value)
    {
        _incompleteLength = 0;
        value = default;
        bool any = !content.IsEmpty;
        if (any)
        {
            // White space may stay.
            if (_isSequence)
                message.Body.RemoveStart(message.Body.Length - content.Length);
            value = ResponseReader.ReadValue<T, TCodec>(message, null, out _);
        }

        message.Body.Release();
        return any;
    }

    /// <summary>True if more lines belong to the value. A separator begins another value, whatever came before it.</summary>
    private bool IsIncomplete(ReadOnlySpan<byte> text, ReadOnlySpan<byte> content)
    {
        if (content is not [(byte)'{' or (byte)'[', ..] || (_incompleteLength > 0 && text[_incompleteLength..] is [RecordSeparator, ..]))
            return false;
        var reader = new Utf8JsonReader(content, isFinalBlock: false, default);
        try
        {
            return !(reader.Read() && reader.TrySkip());
        }
        catch (JsonException)
        {
            return false; // the codec reports it
        }
    }
}
