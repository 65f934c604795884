using System.Net.Http.Headers;
using System.Text;

namespace CfGen;

/// <summary>A file in a multipart body: content, name and media type.</summary>
public sealed class ApiFile
{
    /// <summary>
    /// Creates a file from a stream, which is read from its position and never disposed. A call is retried only if the stream can seek.
    /// </summary>
    /// <param name="content">The content.</param>
    /// <param name="fileName">The file name that is sent; null for the name of the part.</param>
    /// <param name="contentType">The media type; null for the document's, or <c>application/octet-stream</c> if it declares none.</param>
    /// <exception cref="ArgumentException">The stream cannot be read, or the content type is not a media type.</exception>
    public ApiFile(Stream content, string? fileName = null, string? contentType = null)
        : this(CreateSource(content), fileName, contentType) { }

    private ApiFile(CfGen.Serialization.StreamSource source, string? fileName, string? contentType)
    {
        if (
            contentType is not null
            && (!CfGen.Pipeline.Parameters.HeaderFormat.IsValidValue(contentType) || !MediaTypeHeaderValue.TryParse(contentType, out _))
        )
            throw new ArgumentException("The content type is not a media type, such as 'image/png'.", nameof(contentType));
        Source = source;
        FileName = fileName;
        ContentType = contentType;
    }

    /// <summary>The file name that is sent; null for the name of the part.</summary>
    public string? FileName { get; }

    /// <summary>The media type; null for the document's, or <c>application/octet-stream</c> if it declares none.</summary>
    public string? ContentType { get; }

    internal CfGen.Serialization.StreamSource Source { get; }

    /// <summary>Creates a file from bytes in memory.</summary>
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

    /// <summary>Creates a file from text, which is sent as UTF-8.</summary>
    /// <inheritdoc cref="ApiFile(Stream, string?, string?)"/>
    public static ApiFile FromText(string content, string? fileName = null, string? contentType = null)
    {
        ArgumentNullException.ThrowIfNull(content);
        return FromBytes(Encoding.UTF8.GetBytes(content), fileName, contentType);
    }

    /// <summary>Creates a file from a file on disk, which keeps its name and is opened for each attempt.</summary>
    /// <param name="path">The path.</param>
    /// <param name="contentType">The media type; null for the document's, or <c>application/octet-stream</c> if it declares none.</param>
    /// <exception cref="FileNotFoundException">The file does not exist.</exception>
    /// <exception cref="ArgumentException">The content type is not a media type.</exception>
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
