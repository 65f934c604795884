using System.Net.Http.Headers;
using System.Text;

namespace CfGen;

/// <summary>A file in a body of several parts: its content, its name and its media type.</summary>
public sealed class ApiFile
{
    /// <summary>A stream, read from where it stands and never disposed. A call is repeated only where the stream can seek.</summary>
    /// <param name="content">The content.</param>
    /// <param name="fileName">The name that is sent; null: the name of the part.</param>
    /// <param name="contentType">The media type; null: what the document says, else <c>application/octet-stream</c>.</param>
    /// <exception cref="ArgumentException">The stream cannot be read, or the media type is none.</exception>
    public ApiFile(Stream content, string? fileName = null, string? contentType = null)
        : this(CreateSource(content), fileName, contentType) { }

    private ApiFile(CfGen.Serialization.StreamSource source, string? fileName, string? contentType)
    {
        if (
            contentType is not null
            && (!CfGen.Pipeline.Parameters.HeaderFormat.IsValidValue(contentType) || !MediaTypeHeaderValue.TryParse(contentType, out _))
        )
            throw new ArgumentException("The content type is no media type.", nameof(contentType));
        Source = source;
        FileName = fileName;
        ContentType = contentType;
    }

    /// <summary>The name that is sent; null: the name of the part.</summary>
    public string? FileName { get; }

    /// <summary>The media type; null: what the document says, else <c>application/octet-stream</c>.</summary>
    public string? ContentType { get; }

    internal CfGen.Serialization.StreamSource Source { get; }

    /// <summary>Bytes in memory.</summary>
    /// <inheritdoc cref="ApiFile(Stream, string?, string?)"/>
    public static ApiFile FromBytes(byte[] content, string? fileName = null, string? contentType = null)
    {
        ArgumentNullException.ThrowIfNull(content);
        return new ApiFile(
            new CfGen.Serialization.StreamSource(() => new MemoryStream(content, writable: false), content.Length),
            fileName,
            contentType
        );
    }

    /// <summary>A text, sent as UTF-8.</summary>
    /// <inheritdoc cref="ApiFile(Stream, string?, string?)"/>
    public static ApiFile FromText(string content, string? fileName = null, string? contentType = null)
    {
        ArgumentNullException.ThrowIfNull(content);
        return FromBytes(Encoding.UTF8.GetBytes(content), fileName, contentType);
    }

    /// <summary>A file on disk under its own name, opened anew for each attempt.</summary>
    /// <param name="path">The path.</param>
    /// <param name="contentType">The media type; null: what the document says, else <c>application/octet-stream</c>.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="ArgumentException">The media type is none.</exception>
    public static ApiFile FromFile(string path, string? contentType = null) =>
        new(
            new CfGen.Serialization.StreamSource(() => File.OpenRead(path), new FileInfo(path).Length),
            Path.GetFileName(path),
            contentType
        );

    private static CfGen.Serialization.StreamSource CreateSource(Stream content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return content.CanRead
            ? new CfGen.Serialization.StreamSource(content)
            : throw new ArgumentException("The stream cannot be read.", nameof(content));
    }
}
