using System.ComponentModel;
using System.Text;
using System.Text.Json;
using CfGen.Pipeline.Parameters;
using CfGen.Serialization;

namespace CfGen.CodeGen;

/// <summary>
/// Collects the parts of a body. Strings and numbers are text, objects are JSON, and lists have one part an item, unless the document
/// gives another media type.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class MultipartWriter
{
    /// <summary>The name of a part's header in messages.</summary>
    internal const string HeaderKind = "header of a part";

    private const string PlainText = "text/plain; charset=utf-8";

    private readonly List<(string Name, string Value)> _headers = [];
    private byte[]? _stream;

    internal MultipartWriter() { }

    /// <summary>The options that write types of the program that have no codec.</summary>
    internal JsonSerializerOptions? SerializerOptions { get; init; }

    internal string Boundary { get; } = "cfgen-" + Guid.NewGuid().ToString("N");

    internal List<Part> Parts { get; } = [];

    /// <summary>The kind of text that no header can carry: the media type or another header of a part; empty if there is none.</summary>
    internal string UnsendablePart { get; private set; } = "";

    /// <summary>Adds a header to the parts of the next value or file, or none if it is null.</summary>
    public void Header(string name, string? value)
    {
        if (value is null)
            return;
        if (!HeaderFormat.IsValidValue(value))
            UnsendablePart = HeaderKind;
        _headers.Add((name, value));
    }

    /// <summary>Adds a part for a value, or none if it is null.</summary>
    public void Value<T, TCodec>(string name, T value, string? mediaType = null, ParameterStyle? style = null, bool explode = false)
        where TCodec : struct, IValueCodec<T>
    {
        using JsonDocument? json = StyleWriter.ToPartDocument<T, TCodec>(name, value, SerializerOptions);
        if (json is not null && style is { } declared)
            StyleWriter.WriteFields(
                declared,
                explode,
                name,
                json.RootElement,
                (part, text) => AddPart(part, null, mediaType ?? PlainText, Encoding.UTF8.GetBytes(text))
            );
        else if (json is not null)
            AddValue(name, json.RootElement, mediaType);
        _headers.Clear();
    }

    /// <summary>Adds values by the names of their parts.</summary>
    public void Values<T, TCodec>(IReadOnlyDictionary<string, T>? values)
        where TCodec : struct, IValueCodec<T>
    {
        if (values is null)
            return;
        foreach ((string name, T value) in values)
            Value<T, TCodec>(name, value);
    }

    /// <summary>Adds a part for a file, or none if it is null.</summary>
    public void File(string name, ApiFile? file, string? mediaType = null)
    {
        if (file is not null)
            AddFile(name, file, mediaType);
        _headers.Clear();
    }

    /// <summary>Adds files that share a name.</summary>
    public void Files(string name, IReadOnlyList<ApiFile>? files, string? mediaType = null)
    {
        for (int i = 0; i < (files?.Count ?? 0); i++)
            AddFile(name, files![i], mediaType);
        _headers.Clear();
    }

    /// <summary>Adds files by the names of their parts.</summary>
    public void Files(IReadOnlyDictionary<string, ApiFile>? files, string? mediaType = null)
    {
        if (files is null)
            return;
        foreach ((string name, ApiFile file) in files)
            AddFile(name, file, mediaType);
        _headers.Clear();
    }

    private void AddFile(string name, ApiFile file, string? mediaType) =>
        Parts.Add(
            new Part(
                CreatePartHeader(name, file.FileName ?? name, file.ContentType ?? mediaType ?? "application/octet-stream"),
                [],
                file.Source
            )
        );

    private void AddValue(string name, JsonElement value, string? mediaType)
    {
        bool isJson = mediaType is not null && mediaType.Contains("json", StringComparison.OrdinalIgnoreCase);
        switch (value.ValueKind)
        {
            case JsonValueKind.Null:
                break;
            case JsonValueKind.Array when !isJson:
                foreach (JsonElement item in value.EnumerateArray())
                    AddValue(name, item, mediaType);
                break;
            // A string has its quotes, unless it is the JSON of an object or a list already.
            case JsonValueKind.String when isJson && IsJsonText(value.GetString()!):
                AddPart(name, null, mediaType!, Encoding.UTF8.GetBytes(value.GetString()!));
                break;
            case JsonValueKind.Array or JsonValueKind.Object:
            case var _ when isJson:
                AddPart(name, null, mediaType ?? "application/json", StyleWriter.ToUtf8(value));
                break;
            default:
                AddPart(name, null, mediaType ?? PlainText, Encoding.UTF8.GetBytes(StyleWriter.FormatValue(value)));
                break;
        }
    }

    private static bool IsJsonText(string text)
    {
        if (text.AsSpan().TrimStart() is not ['{' or '[', ..])
            return false;
        try
        {
            using JsonDocument parsed = JsonDocument.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Adds the part that asks for a stream, unless the form has it.</summary>
    /// <returns>False if the form has it with the opposite value.</returns>
    internal bool TrySetStream(StreamRequest stream)
    {
        if (_stream is null && stream.IsSent)
            AddPart(StreamRequest.Name, null, PlainText, Encoding.UTF8.GetBytes(stream.Text));
        return _stream is null || _stream.AsSpan().SequenceEqual(Encoding.UTF8.GetBytes(stream.Text));
    }

    private void AddPart(string name, string? fileName, string mediaType, byte[] content)
    {
        Parts.Add(new Part(CreatePartHeader(name, fileName, mediaType), content, null));
        if (string.Equals(name, StreamRequest.Name, StringComparison.Ordinal))
            _stream = content;
    }

    private byte[] CreatePartHeader(string name, string? fileName, string mediaType)
    {
        if (!HeaderFormat.IsValidValue(mediaType))
            UnsendablePart = "media type";
        var head = new StringBuilder();
        head.Append("--")
            .Append(Boundary)
            .Append("\r\nContent-Disposition: form-data; name=\"")
            .Append(EscapeQuotedString(name))
            .Append('"');
        if (fileName is not null)
            head.Append("; filename=\"").Append(EscapeQuotedString(fileName)).Append('"');
        head.Append("\r\nContent-Type: ").Append(mediaType).Append("\r\n");
        foreach ((string header, string value) in _headers)
            head.Append(header).Append(": ").Append(value).Append("\r\n");
        head.Append("\r\n");
        return Encoding.UTF8.GetBytes(head.ToString());
    }

    /// <summary>
    /// Escapes a name as browsers do (HTML standard, multipart form data): characters that would end the quotes or the line are
    /// percent-encoded, and all others are UTF-8.
    /// </summary>
    private static string EscapeQuotedString(string text)
    {
        if (text.AsSpan().IndexOfAny('"', '\r', '\n') < 0 && !text.Contains('\0', StringComparison.Ordinal))
            return text;
        return text.Replace("\"", "%22", StringComparison.Ordinal)
            .Replace("\r", "%0D", StringComparison.Ordinal)
            .Replace("\n", "%0A", StringComparison.Ordinal)
            .Replace("\0", "%00", StringComparison.Ordinal);
    }

    /// <summary>One part.</summary>
    /// <param name="Header">The boundary and the headers, up to the content.</param>
    /// <param name="Content">The content, if there is no source.</param>
    /// <param name="Source">The content that is read while it is sent, or null.</param>
    internal sealed record Part(byte[] Header, byte[] Content, StreamSource? Source)
    {
        public long? Length => Source is { } source ? source.Length : Content.Length;
    }
}
